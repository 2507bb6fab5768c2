import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ImportBench, openImport } from '../../../support/import';
import { kinds } from '../../../support/pollution/kinds';
import { pairs } from '../../../support/pollution/pairs';
import { type Score, score, spoiled } from '../../../support/pollution/score';

const size = 60;
/** Share of cells, records and names that must come out right over all kinds. */
const aim = 0.99;

let bench: ImportBench & { close(): Promise<void> };
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

const mean = (scores: readonly Score[], part: 'cells' | 'records' | 'header') =>
  scores.reduce((sum, s) => sum + s[part], 0) / scores.length;

it.each(kinds.map((kind) => ({ kind, name: `${kind.group}: ${kind.name}` })))('reads $name', async ({ kind }) => {
  expect(await score(bench, spoiled([kind], `one ${kind.name}`, size))).toEqual({ cells: 1, records: 1, header: 1 });
});

it('reads kinds put together', { timeout: 300_000 }, async () => {
  const scores: Score[] = [];
  const wrong: string[] = [];
  for (const pair of pairs('pairs', 40)) {
    const found = await score(bench, spoiled(pair, 'pairs', size));
    scores.push(found);
    if (found.wrong) wrong.push(`${pair.map((k) => k.name).join(' + ')}: ${found.wrong.slice(0, 300)}`);
  }
  if (wrong.length > 0) console.log(wrong.join('\n'));
  for (const part of ['cells', 'records', 'header'] as const) expect(mean(scores, part), part).toBeGreaterThanOrEqual(aim);
});
