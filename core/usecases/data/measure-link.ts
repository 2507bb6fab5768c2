import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import { canonicalJson } from '../../base/hashing';
import { type LinkProposal, linkProposal } from '../../model/data-report';
import type { Entity, Link } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { keptFigures, type Sort } from '../kept-figures';
import { withConnection } from '../with-connection';
import { countByBits, type LinkCounts } from './link-bits';
import { measureSql, repeatedSql } from './link-sql';

const links: Sort<Omit<LinkProposal, 'link'>> = { name: 'link', schema: linkProposal.omit({ link: true }) };

/**
 * Exact figures of a link over all rows, measured once for each version of the data.
 * @throws AppError `not-found`, `bad-document` when the two sides have different types, `cancelled`
 */
export function measureLink(ctx: Context, link: Link, options: { signal?: CancelSignal | undefined } = {}): Promise<LinkProposal> {
  return withConnection(ctx, (connection) => measured(ctx, connection, link, options.signal));
}

export async function measured(ctx: Context, connection: Connection, link: Link, signal?: CancelSignal): Promise<LinkProposal> {
  const [from, to] = sidesOf(ctx, link);
  const key = canonicalJson([link.from, link.to, link.on]);
  const asked = { sort: links, key, entities: [link.from, link.to] };
  const figures = await keptFigures(ctx, asked, () => figuresOf(connection, link, from, to, signal));
  return { link, ...figures };
}

async function figuresOf(
  connection: Connection,
  link: Link,
  from: Entity,
  to: Entity,
  signal: CancelSignal | undefined,
): Promise<Omit<LinkProposal, 'link'>> {
  const { filled, matched, orphansTo, repeatedTo, named } =
    (await countByBits(connection, link, from, to, signal)) ?? (await countByJoin(connection, link, from, to, signal));
  const orphansFrom = filled - matched;
  const repeats = async () => {
    if (matched > named) return true;
    // Every match is another row of `to`, so that only values that match none can still repeat.
    return orphansFrom > 1 && (await countRepeated(connection, from, columnsOf(link, 'from'), signal)) > 0;
  };
  return {
    matchRate: filled === 0 ? 0 : matched / filled,
    orphansFrom,
    orphansTo,
    cardinality: repeatedTo > 1 ? 'N-N' : (await repeats()) ? 'N-1' : '1-1',
  };
}

async function countByJoin(
  connection: Connection,
  link: Link,
  from: Entity,
  to: Entity,
  signal: CancelSignal | undefined,
): Promise<LinkCounts> {
  const page = await connection.query(measureSql(link, from, to), { limit: 1, ...(signal ? { signal } : {}) });
  const [filled = 0, matched = 0, orphansTo = 0, repeatedTo = 0, named = 0] = page.values.map((v) => Number(v[0]));
  return { filled, matched, orphansTo, repeatedTo, named };
}

export const columnsOf = ({ on }: Link, end: 'from' | 'to'): string[] => on.map((pair) => pair[end]);

/** How many values of these columns occur more than once. */
export async function countRepeated(
  connection: Connection,
  entity: Entity,
  columns: readonly string[],
  signal?: CancelSignal,
): Promise<number> {
  const page = await connection.query(repeatedSql(entity, columns), { limit: 1, ...(signal ? { signal } : {}) });
  return Number(page.values[0]?.[0]);
}

function sidesOf(ctx: Context, link: Link): [Entity, Entity] {
  const from = findDocument(ctx, 'entity', link.from);
  const to = findDocument(ctx, 'entity', link.to);
  for (const pair of link.on) {
    const types = [
      { entity: from, name: pair.from },
      { entity: to, name: pair.to },
    ].map(({ entity, name }) => {
      const attribute = entity.attributes.find((a) => a.name === name);
      if (!attribute) throw new AppError('not-found', { kind: 'attribute', name, known: entity.attributes.map((a) => a.name).join(', ') });
      return attribute.type;
    });
    if (types[0] !== types[1])
      throw new AppError('bad-document', { what: link.name, path: 'on', reason: `${pair.from} (${types[0]}) = ${pair.to} (${types[1]})` });
  }
  return [from, to];
}
