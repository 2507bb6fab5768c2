import { column, truth } from '../../sql/expression';
import { mapNodes } from '../../sql/nodes';
import type { Output, Query, Select, With } from '../../sql/query';
import { worktableSchema } from '../plan';
import type { Arranged } from './arrange';
import type { Node } from './node';
import { type Tally, tableNamed, talliesOf } from './tallies';

/**
 * Nodes that are counted at once, by the place of the first of them: from one that is about many rows, or reads many, up to the next
 * that reads many, so that what is known before that is told before it. Many are half of the most there are, and `least` or more.
 */
export function countedTogether({ nodes, rows }: Arranged, least: number): ReadonlyMap<number, readonly Node[]> {
  const about = nodes.map((n) => rows.about.get(n.name) ?? 0);
  const read = nodes.map((n) => rows.read.get(n.name) ?? 0);
  const [manyAbout, manyRead] = [many(about, least), many(read, least)];
  const first = about.findIndex((n) => n >= manyAbout);
  const begins = read.flatMap((n, i) => (i === first || (i > first && n >= manyRead) ? [i] : []));
  return new Map(begins.map((begin, b) => [begin, nodes.slice(begin, begins[b + 1])]));
}

const many = (rows: readonly number[], least: number) => Math.max(least, Math.max(0, ...rows) / 2);

/** One query for all counts of these nodes, if any. It keeps nothing, and reads the tables of the nodes before them. */
export function countedAtOnce(arranged: Arranged, nodes: readonly Node[]): { query: Query; tallies: Tally[] } | undefined {
  const parts: With['parts'] = [];
  const tallies: Tally[] = [];
  for (const { name, as, query, step } of nodes) {
    const found =
      as === 'count'
        ? talliesOf(arranged, name, query, step)
        : talliesOf(arranged, name, tableNamed(name), as === 'table' ? step : undefined);
    if (as !== 'count') parts.push({ name, query, kept: as === 'table' });
    parts.push(...found.views.map(({ step: part, select }) => ({ name: part.table.name, query: select })));
    tallies.push(...found.tallies);
  }
  const [from, ...others] = tallies.map((tally, t) => ({ relation: tallied(tally), alias: `tally_${t + 1}` }));
  if (!from) return undefined;
  const body: Select = {
    kind: 'select',
    columns: tallies.flatMap(({ counted }, t) => counted.map((_, c) => countColumn(t, c))),
    from,
    joins: others.map((source) => ({ type: 'inner', source, on: truth(true) })),
  };
  const names = new Set(parts.map((p) => p.name));
  const query = mapNodes<Query>({ kind: 'with', parts, body }, (node) =>
    node.kind === 'table' && node.schema === worktableSchema && names.has(String(node.name)) ? { kind: 'part', name: node.name } : node,
  );
  return { query, tallies };
}

/** The counts of one reading, as one row. */
export function tallied({ of, counted }: Tally): Select {
  return {
    kind: 'select',
    columns: counted.map(({ where }, c) => ({
      name: `count_${c + 1}`,
      is: { kind: 'aggregate', function: 'count', args: [], ...(where ? { filter: where } : {}) },
    })),
    from: { relation: of, alias: 'input' },
  };
}

const countColumn = (t: number, c: number): Output => ({
  name: `count_${t + 1}_${c + 1}`,
  is: column(`tally_${t + 1}`, `count_${c + 1}`),
});
