import type { DataType } from '../../model/entity';
import type { Literal, VariableReference } from '../../model/value';
import type { VariableType } from '../../model/variable';
import type { Expression } from '../../sql/query';
import { report } from '../scope';
import { type Binding, findVariable, variableNames } from '../variables';
import { type Tested, typedLiteral } from './tested';

/** What a value under comparison may be written as. */
export type Value = Literal | VariableReference;

/** A value of the tested type; reports a problem when it is none. */
export function valueOf(tested: Tested, value: Value): Expression | undefined {
  if (typeof value !== 'object') return typedLiteral(tested, value);
  const bound = boundTo(tested, value, variableTypeOf(tested.type));
  if (bound?.plain !== undefined) return typeof bound.plain === 'object' ? undefined : typedLiteral(tested, bound.plain);
  return bound?.is;
}

/** Every value, lists in variables laid out. */
export function valuesOf(tested: Tested, values: readonly Value[]): Expression[] | undefined {
  const found = values.map((value) => {
    if (typeof value !== 'object' || bindingOf(tested, value)?.type !== 'list') return [valueOf(tested, value)];
    const list = boundTo(tested, value, 'list')?.plain;
    return typeof list === 'object' ? list.map((v) => typedLiteral(tested, v)) : [undefined];
  });
  const good = found.flat().filter((e): e is Expression => e !== undefined);
  return good.length < found.flat().length ? undefined : good;
}

/** A value that has to be known before anything runs. */
export function plainText(tested: Tested, value: string | VariableReference): string | undefined {
  const plain = plainOf(tested, value, 'text');
  return typeof plain === 'string' ? plain : undefined;
}

export function plainDay(tested: Tested, value: string | VariableReference): string | undefined {
  const plain = plainOf(tested, value, 'date');
  return typeof plain === 'string' ? plain : undefined;
}

/** How many periods: a whole number above 0. */
export function plainCount(tested: Tested, value: number | VariableReference): number | undefined {
  const plain = plainOf(tested, value, 'number');
  if (plain === undefined) return undefined;
  const count = Number(plain);
  if (Number.isSafeInteger(count) && count > 0) return count;
  return report(tested.scope, 'rule-bad-value', tested.place, { value: String(plain), type: 'count', attribute: tested.attribute });
}

function plainOf(tested: Tested, value: Value, type: VariableType): Literal | undefined {
  if (typeof value !== 'object') return value;
  const bound = boundTo(tested, value, type);
  if (!bound) return undefined;
  if (bound.plain === undefined) return report(tested.scope, 'variable-late', tested.place, { variable: value.variable });
  return typeof bound.plain === 'object' ? undefined : bound.plain;
}

/** A variable of the needed type that has a value, now or when the flow runs. */
function boundTo(tested: Tested, { variable }: VariableReference, needed: VariableType): Binding | undefined {
  const { scope, place } = tested;
  const bound = bindingOf(tested, { variable });
  if (!bound) return report(scope, 'variable-unknown', place, { variable, known: variableNames(scope.compilation.variables) });
  if (bound.type !== needed) return report(scope, 'variable-wrong-type', place, { variable, type: bound.type, needed });
  if (bound.plain === undefined && bound.is === undefined) return report(scope, 'variable-no-value', place, { variable });
  return bound;
}

function bindingOf(tested: Tested, { variable }: VariableReference): Binding | undefined {
  return findVariable(variable, tested.scope.compilation);
}

function variableTypeOf(type: DataType): VariableType {
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'number':
      return 'number';
    case 'date':
    case 'timestamp':
      return 'date';
    case 'text':
    case 'boolean':
      return type;
  }
}
