import type { Expression, Source, Table } from '../../sql/query';
import { type Step, worktableSchema } from '../plan';
import type { Arranged } from './arrange';
import type { Reading } from './node';

/** Rows of a relation, counted by one reading of it: all of them, or those a condition holds for. */
export interface Tally {
  of: Source['relation'];
  counted: { step: Step; where: Expression | undefined }[];
}

/** What is counted of a relation, and of its parts; parts that are read by their own names are views of it. */
export function talliesOf(
  arranged: Pick<Arranged, 'readings' | 'kept'>,
  name: string,
  relation: Source['relation'],
  whole?: Step,
): { views: Reading[]; tallies: Tally[] } {
  const parts = arranged.readings.get(name) ?? [];
  const counted = [
    ...(whole ? [{ step: whole, where: undefined }] : []),
    ...parts.map(({ step, select }) => ({ step, where: select.where })),
  ];
  const found: { views: Reading[]; tallies: Tally[] } = { views: [], tallies: counted.length > 0 ? [{ of: relation, counted }] : [] };
  for (const part of parts) {
    const { step, select } = part;
    const isRead = arranged.kept.has(step.table.name) && relation.kind === 'table';
    const own = talliesOf(arranged, step.table.name, isRead ? step.table : { ...select, from: { relation, alias: 'input' } });
    found.views.push(...(isRead ? [part] : []), ...own.views);
    found.tallies.push(...own.tallies);
  }
  return found;
}

export const tableNamed = (name: string): Table => ({ kind: 'table', schema: worktableSchema, name });
