import type { Entity } from '../../model/entity';
import {
  allLeaves,
  expressionOf,
  type Gathered,
  holdsForNone,
  joinsOf,
  type Leaf,
  type Read,
  readsOf,
  rowAlias,
  valueExpression,
} from '../../segment/condition';
import { entityTable, keyColumns } from '../../segment/population';
import { column, isTrue, or, truth } from '../../sql/expression';
import type { Output, Select } from '../../sql/query';
import { type Step, worktableSchema } from '../plan';
import type { Node, Reading } from './node';
import type { Marks, Registry } from './stored';

export interface Root {
  step: Step;
  gathered: Gathered;
}

/**
 * Populations that are conditions over rows of one entity, gathered by reading it once: a table with a column for every rule and
 * every value read beside a row, and each population as a reading of it. When a table kept before answers all of them, nothing
 * is read.
 */
export function gatherRoots(
  roots: readonly Root[],
  entity: Entity,
  keyOf: (read: Read) => string,
  registry: Registry,
): { node?: Node; readings: Reading[] } {
  const leaves = new Map(roots.flatMap((r) => allLeaves(r.gathered)).map((leaf) => [keyOf(leaf), leaf]));
  const reads = new Map(roots.flatMap((r) => r.gathered.values.flatMap((v) => readsOf(v.value))).map((read) => [keyOf(read), read]));
  const all = roots.some((r) => holdsForNone(r.gathered.condition));
  const before = keptFor(registry, entity.name, [...leaves.keys(), ...reads.keys()], all);
  if (before) return { readings: roots.map((root) => reading(root, before.table, before.marks, keyOf)) };
  const columns = new Map([
    ...[...leaves.keys()].map((key): [string, string] => [key, `is_${key.slice(0, 16)}`]),
    ...[...reads.keys()].map((key): [string, string] => [key, `value_${key.slice(0, 16)}`]),
  ]);
  const marks: Marks = { dimension: entity.name, columns, all };
  const name = registry.fresh('r');
  const rules = [...leaves].map(([key, leaf]): Asked => ({ name: columns.get(key) ?? key, is: leaf.where, read: leaf }));
  const values = [...reads].map(([key, read]): Asked => ({ name: columns.get(key) ?? key, is: read.is, read }));
  const query = markedRows(entity, rules, values, all);
  return {
    node: { name, query, dimension: entity.name, as: 'table', carried: new Map(), marks },
    readings: roots.map((root) => reading(root, name, marks, keyOf)),
  };
}

interface Asked extends Output {
  read: Read;
}

function keptFor(
  registry: Registry,
  dimension: string,
  keys: readonly string[],
  all: boolean,
): { table: string; marks: Marks } | undefined {
  for (const [table, { marks }] of registry.kept) {
    if (marks?.dimension !== dimension || (all && !marks.all)) continue;
    if (keys.every((key) => marks.columns.has(key))) return { table, marks };
  }
  return undefined;
}

function markedRows(entity: Entity, rules: readonly Asked[], values: readonly Asked[], all: boolean): Select {
  const select = (marks: readonly Output[]): Select => ({
    kind: 'select',
    columns: [
      ...keyColumns(entity).map(({ name }) => ({ name, is: column(rowAlias, name) })),
      ...[...marks, ...values].map(({ name, is }) => ({ name, is })),
    ],
    from: { relation: entityTable(entity.name), alias: rowAlias },
    joins: joinsOf([...rules, ...values].map(({ read }) => read)),
  });
  const [first, ...others] = rules;
  // The engine reads far fewer rows when it sees each condition of the only rule, instead of whether all of them hold.
  if (first && others.length === 0 && !all) return { ...select([{ name: first.name, is: truth(true) }]), where: first.is };
  const marked = select(rules.map(({ name, is }) => ({ name, is: isTrue(is) })));
  if (all) return marked;
  return {
    kind: 'select',
    columns: marked.columns.map(({ name }) => ({ name, is: column('marked', name) })),
    from: { relation: marked, alias: 'marked' },
    where: or(rules.map(({ name }) => column('marked', name))),
  };
}

function reading({ step, gathered }: Root, table: string, marks: Marks, keyOf: (read: Read) => string): Reading {
  const at = (read: Read) => column('input', marks.columns.get(keyOf(read)) ?? '');
  const mark = (leaf: Leaf) => at(leaf);
  const select: Select = {
    kind: 'select',
    columns: [
      ...step.population.key.map((k) => ({ name: k.name, is: column('input', k.name) })),
      ...gathered.values.map((v) => ({ name: v.name, is: valueExpression(v.value, at, mark) })),
    ],
    from: { relation: { kind: 'table', schema: worktableSchema, name: table }, alias: 'input' },
    where: expressionOf(gathered.condition, mark),
  };
  return { step, select };
}
