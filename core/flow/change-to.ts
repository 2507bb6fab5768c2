import type { ActivityOf } from '../model/activity';
import type { Order } from '../model/message';
import { type Column, entityTable, findHop, joinOn, keyColumns, type Population, sameKey } from '../segment/population';
import { entityScope, report, unknownLink } from '../segment/scope';
import { column, type Expression, type OrderTerm } from '../sql/expression';
import type { Join, Output, Select } from '../sql/query';
import type { Lowering, Shape } from './lowering';
import { requireColumn, requireEntityOf } from './lowering';

type Collapse = NonNullable<ActivityOf<'change-dimension'>['columns']>;

/**
 * Moves a population along a path: the distinct keys reached. Added columns survive where each new row comes from
 * one old row only; elsewhere the columns in `collapse` are made one value per new row.
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
  const base = { kind: 'select' as const, from: { relation: input.table, alias: 'input' }, joins };
  if (oneOldRow) {
    const kept = input.columns.filter((c) => !key.some((k) => k.name === c.name));
    const columns = [...keys, ...kept.map((c) => ({ name: c.name, is: column('input', c.name) }))];
    return { query: { ...base, columns }, shape: { dimension: target.name, key, columns: kept, known: true } };
  }
  if (collapse.length === 0)
    return { query: { ...base, distinct: true, columns: keys }, shape: { dimension: target.name, key, columns: [], known: true } };
  const kept = collapse.map((c) => collapsed(lowering, input, c));
  const good = kept.filter((k): k is { output: Output; column: Column } => k !== undefined);
  if (good.length < kept.length) return undefined;
  return {
    query: { ...base, columns: [...keys, ...good.map((k) => k.output)], groupBy: keys.map((k) => k.is) },
    shape: { dimension: target.name, key, columns: good.map((k) => k.column), known: true },
  };
}

/** Input rows from which the path reaches something. */
export function reachesSomething(lowering: Lowering, input: Population, path: readonly string[]): Select | undefined {
  const walked = walk(lowering, input, path);
  return (
    walked && {
      kind: 'select',
      distinct: true,
      columns: input.key.map((k) => ({ name: k.name, is: column('input', k.name) })),
      from: { relation: input.table, alias: 'input' },
      joins: walked.joins,
    }
  );
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
  for (const name of path) {
    const hop = findHop(compilation.model, here.entity.name, name);
    if (!hop) return unknownLink(entityScope(compilation, here.entity, here.alias), here.entity, name, [...lowering.place, 'path']);
    if (hop.single) compilation.walks.push({ entity: here.entity.name, hop, single: false, place: [...lowering.place, 'path'] });
    const alias = compilation.nextAlias();
    joins.push({ type: 'inner', source: { relation: entityTable(hop.target.name), alias }, on: joinOn(here.alias, alias, hop) });
    const forward = hop.link.from === here.entity.name && hop.link.name === name;
    oneOldRow &&= !forward || hop.link.cardinality === '1-1';
    here = { entity: hop.target, alias };
  }
  return { target: here.entity, alias: here.alias, joins, oneOldRow };
}

function collapsed(lowering: Lowering, input: Population, spec: Collapse[number]): { output: Output; column: Column } | undefined {
  const found = requireColumn(lowering, input, spec.column);
  if (!found) return undefined;
  const of = column('input', spec.column);
  const order = orderTerms(spec.order ?? [], input);
  const made = (is: Expression, as: Column) => ({ output: { name: spec.column, is }, column: { ...as, name: spec.column } });
  switch (spec.keep) {
    case 'first':
      return made({ kind: 'aggregate', function: 'arg-first', args: [of], orderBy: order }, found);
    case 'list':
      return made({ kind: 'aggregate', function: 'list', args: [of], orderBy: order }, { name: spec.column, type: 'list', holds: found });
    case 'count':
      return made({ kind: 'aggregate', function: 'count', args: [of] }, { name: spec.column, type: 'integer' });
    case 'sum':
      if (found.type !== 'integer' && found.type !== 'decimal' && found.type !== 'number') {
        return report(lowering.compilation, 'rule-wrong-type', lowering.place, { attribute: spec.column, type: found.type, op: 'sum' });
      }
      return made(
        { kind: 'cast', inner: { kind: 'aggregate', function: 'sum', args: [of] }, type: found.type, scale: found.scale ?? 0 },
        found,
      );
    case 'min':
    case 'max':
      return made({ kind: 'aggregate', function: spec.keep, args: [of] }, found);
  }
}

function orderTerms(order: Order, input: Population): OrderTerm[] {
  const asked = order.map((o) => ({ by: column('input', o.attribute), descending: o.direction === 'descending' }));
  return [...asked, ...input.key.map((k) => ({ by: column('input', k.name) }))];
}
