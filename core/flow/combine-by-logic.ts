import type { ActivityOf } from '../model/activity';
import { type Condition, type Gathered, rowAlias, type Value } from '../segment/condition';
import { type Column, findEntity, type Population, sameKey } from '../segment/population';
import { exists } from '../sql/exists';
import { column, integer, isNull } from '../sql/expression';
import { gather, type Lowered, type Lowering } from './lowering';

/**
 * Populations of one entity put together by key as a condition over its rows, and so read with whatever else is asked of that
 * entity. `undefined` where none of them is such a condition already, or one may hold keys the entity does not have.
 */
export function combineByLogic(
  lowering: Lowering,
  activity: ActivityOf<'combine'>,
  inputs: readonly Population[],
  columns: readonly Column[],
): Lowered | undefined {
  const [first] = inputs;
  const entity = first && findEntity(lowering.compilation.model, first.dimension);
  if (!entity || !inputs.some((i) => i.gathered) || !typesAgree(inputs)) return undefined;
  const gathered = inputs.map((input) => gatheredFrom(lowering, input));
  const good = gathered.filter((g): g is Gathered => g !== undefined);
  if (good.length < gathered.length) return undefined;
  const make = (name: string, made: Gathered, of: readonly Column[]) => gather(lowering, name, entity, made, [...of]);
  const { out, rest, of } = combined(activity.operation, good, columns, first.columns);
  return { out: make('out', out, of), ...(activity.complement ? { complement: make('complement', rest, of) } : {}) };
}

function combined(
  operation: ActivityOf<'combine'>['operation'],
  inputs: readonly Gathered[],
  columns: readonly Column[],
  mine: readonly Column[],
): { out: Gathered; rest: Gathered; of: readonly Column[] } {
  const conditions = inputs.map((i) => i.condition);
  const any: Condition = { kind: 'any', of: conditions };
  const firstOf = columns.map((c) => ({ name: c.name, value: firstThatHasRow(inputs, c) }));
  switch (operation) {
    case 'union':
      return { out: { condition: any, values: firstOf }, rest: { condition: { kind: 'any', of: [] }, values: firstOf }, of: columns };
    case 'intersection': {
      const all: Condition = { kind: 'all', of: conditions };
      const values = columns.flatMap((c) => {
        const value = inputs.flatMap((i) => i.values.filter((v) => v.name === c.name))[0];
        return value ? [value] : [];
      });
      const rest: Condition = { kind: 'all', of: [any, { kind: 'not', of: all }] };
      return { out: { condition: all, values }, rest: { condition: rest, values: firstOf }, of: columns };
    }
    case 'exclusion': {
      const [primary, ...others] = inputs;
      const values = primary?.values ?? [];
      const taken: Condition = { kind: 'any', of: others.map((o) => o.condition) };
      const kept: Condition[] = primary ? [primary.condition] : [];
      return {
        out: { condition: { kind: 'all', of: [...kept, { kind: 'not', of: taken }] }, values },
        rest: { condition: { kind: 'all', of: [...kept, taken] }, values },
        of: mine,
      };
    }
  }
}

function firstThatHasRow(inputs: readonly Gathered[], { name, type }: Column): Value {
  return {
    kind: 'first',
    of: inputs.map((input) => ({ when: input.condition, value: input.values.find((v) => v.name === name)?.value })),
    type: type === 'list' ? 'text' : type,
  };
}

/** A population that is stored is a condition too, when all its keys are the entity's: being in it. */
function gatheredFrom(lowering: Lowering, population: Population): Gathered | undefined {
  if (population.gathered) return population.gathered;
  const [key] = population.key;
  if (!population.known || !key) return undefined;
  if (population.columns.length === 0) {
    const where = exists({
      kind: 'select',
      columns: [{ name: 'one', is: integer(1) }],
      from: { relation: population.table, alias: 'member' },
      where: sameKey('member', rowAlias, population.key),
    });
    return { condition: { kind: 'leaf', where, joins: [] }, values: [] };
  }
  const alias = lowering.compilation.nextAlias();
  const source = { relation: population.table, alias };
  const joins = [{ type: 'left' as const, source, on: sameKey(alias, rowAlias, population.key) }];
  return {
    condition: { kind: 'leaf', where: { kind: 'not', inner: isNull(column(alias, key.name)) }, joins },
    values: population.columns.map((c) => ({ name: c.name, value: { kind: 'read', is: column(alias, c.name), joins } })),
  };
}

function typesAgree(inputs: readonly Population[]): boolean {
  const types = new Map<string, string>();
  return inputs
    .flatMap((i) => i.columns)
    .every(({ name, type, scale }) => {
      const told = `${type} ${scale ?? 0}`;
      const known = types.get(name) ?? told;
      types.set(name, known);
      return known === told && type !== 'list';
    });
}
