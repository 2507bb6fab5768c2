import { type Column, entityTable, findHop, joinOn, keyColumns, type Population, sameKey } from '../segment/population';
import { entityScope, unknownLink } from '../segment/scope';
import { uniqueNames } from '../segment/unique-names';
import { column } from '../sql/expression';
import type { Join, Output, Select } from '../sql/query';
import { type Collapse, collapseInto } from './collapse';
import { type Lowering, requireEntityOf, type Shape, shapeOf } from './lowering';

/**
 * Moves a population along a path: the distinct keys reached. The columns in `collapse` are made one value per new row; others
 * survive where each new row comes from one old row only.
 */
export function changeTo(
  lowering: Lowering,
  input: Population,
  path: readonly string[],
  collapse: Collapse,
): { query: Select; shape: Shape } | undefined {
  const walked = walk(lowering, input, path);
  if (!walked) return undefined;
  const { target, alias, joins, oneOldRow } = walked;
  const key = keyColumns(target);
  const keys: Output[] = key.map((k) => ({ name: k.name, is: column(alias, k.name) }));
  const base: Select = { kind: 'select', columns: keys, from: { relation: input.table, alias: 'input' }, joins };
  const shape: Shape = { dimension: target.name, key, columns: [], known: true };
  if (collapse.length > 0) return collapseInto(lowering, input, collapse, { ways: base, oneOldRow, shape });
  if (!oneOldRow) return { query: { ...base, distinct: true }, shape };
  const columns = input.columns.filter((c) => !key.some((k) => k.name.toLowerCase() === c.name.toLowerCase()));
  const kept = columns.map((c) => ({ name: c.name, is: column('input', c.name) }));
  return { query: { ...base, columns: [...keys, ...kept] }, shape: { ...shape, columns } };
}

/** Input rows from which the path reaches something; where several rows reach one and none reaches two, with the key of that. */
export function reachesSomething(
  lowering: Lowering,
  input: Population,
  path: readonly string[],
): { query: Select; shape: Shape; reached?: Reached } | undefined {
  const walked = walk(lowering, input, path);
  if (!walked) return undefined;
  const { target, alias, joins, oneOldRow, oneNewRow } = walked;
  const isManyToOne = oneNewRow && !oneOldRow;
  const free = uniqueNames(input.key.map((k) => k.name));
  const tied = isManyToOne ? keyColumns(target).map((key) => ({ key, as: { ...key, name: free(key.name) } })) : [];
  const columns = [
    ...input.key.map((k) => ({ name: k.name, is: column('input', k.name) })),
    ...tied.map(({ key, as }) => ({ name: as.name, is: column(alias, key.name) })),
  ];
  const query: Select = { kind: 'select', distinct: true, columns, from: { relation: input.table, alias: 'input' }, joins };
  const shape: Shape = { ...shapeOf(input), columns: tied.map((t) => t.as) };
  return { query, shape, ...(isManyToOne ? { reached: { dimension: target.name, tied } } : {}) };
}

/** Of what dimension the rows at the end of a path are, and which columns hold their key. */
interface Reached {
  dimension: string;
  tied: { key: Column; as: Column }[];
}

/** The distinct keys that rows, found by `reachesSomething`, hold. */
export function distinctReached(arrived: Population, { dimension, tied }: Reached): { query: Select; shape: Shape } {
  return {
    query: {
      kind: 'select',
      distinct: true,
      columns: tied.map(({ key, as }) => ({ name: key.name, is: column('input', as.name) })),
      from: { relation: arrived.table, alias: 'input' },
    },
    shape: { dimension, key: tied.map((t) => t.key), columns: [], known: true },
  };
}

function walk(lowering: Lowering, input: Population, path: readonly string[]) {
  const { compilation } = lowering;
  const start = requireEntityOf(lowering, input);
  if (!start) return undefined;
  let here = { entity: start, alias: compilation.nextAlias() };
  const joins: Join[] = [
    { type: 'inner', source: { relation: entityTable(start.name), alias: here.alias }, on: sameKey(here.alias, 'input', input.key) },
  ];
  let oneOldRow = true;
  let oneNewRow = true;
  for (const name of path) {
    const hop = findHop(compilation.model, here.entity.name, name);
    if (!hop) return unknownLink(entityScope(compilation, here.entity, here.alias), here.entity, name, [...lowering.place, 'path']);
    if (hop.single) compilation.walks.push({ entity: here.entity.name, hop, single: false, place: [...lowering.place, 'path'] });
    const alias = compilation.nextAlias();
    joins.push({ type: 'inner', source: { relation: entityTable(hop.target.name), alias }, on: joinOn(here.alias, alias, hop) });
    const forward = hop.link.from === here.entity.name && hop.link.name === name;
    oneNewRow &&= hop.single;
    oneOldRow &&= !forward || hop.link.cardinality === '1-1';
    here = { entity: hop.target, alias };
  }
  return { target: here.entity, alias: here.alias, joins, oneOldRow, oneNewRow };
}
