import { InvalidArgumentError } from 'commander';
import { diffAudience } from '../../../core/usecases/audience/diff-audience';
import { WrongUsage } from '../exit';
import { readInstant } from '../options';
import { count, table } from '../output';
import type { Outcome } from '../perform';
import { rowsDocument, rowsText } from '../rows';
import { pageOf } from './read';
import { type Asked, find, momentIn } from './request';

/** Who entered, left and stayed; with `--part` also the rows of one of them. */
export async function diff(asked: Asked): Promise<Outcome> {
  const { ctx, options } = asked;
  const { against, from, part } = options;
  const change = {
    audience: find(ctx, asked.name).id,
    ...(against === undefined ? {} : { against: find(ctx, against).id }),
    ...(from === undefined ? {} : { from: instantIn(from) }),
  };
  const found = await diffAudience(ctx, change, momentIn(asked));
  const page = part && (await pageOf(asked, { kind: 'change', ...change, part }));
  const { before, after, entered, left, stayed } = found;
  const rows = [
    ['before', before.audience, before.asOf, count(before.rows)],
    ['after', after.audience, after.asOf, count(after.rows)],
  ];
  const sides = table([{ title: '' }, { title: 'Audience' }, { title: 'As of' }, { title: 'Members', right: true }], rows);
  const text = `${sides}\n\n${count(entered)} entered, ${count(left)} left, ${count(stayed)} stayed`;
  return {
    kind: 'audience-diff',
    document: { ...found, ...(page ? { part, rows: rowsDocument(page) } : {}) },
    text: page ? `${text}\n\n${rowsText(page)}` : text,
  };
}

function instantIn(text: string): string {
  try {
    return readInstant(text);
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw new WrongUsage(`--from: ${error.message}`);
    throw error;
  }
}
