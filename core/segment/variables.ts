import { unreachable } from '../base/never';
import { type Problem, problem } from '../base/problems';
import type { Literal } from '../model/value';
import type { Variable, VariableType } from '../model/variable';
import type { Expression } from '../sql/query';
import { literalText } from '../sql/quote';
import { type AsOf, nowName, todayName } from './as-of';

/**
 * What stands for a variable or parameter. `plain` is a value that is known; `is` gives it when the flow runs, as the number
 * of rows of a transition does. With neither it has no value yet.
 */
export interface Binding {
  type: VariableType;
  plain?: Literal | readonly Literal[];
  is?: Expression;
}

/** Variables in reach of a rule, by name. */
export type Variables = ReadonlyMap<string, Binding>;

export const noVariables: Variables = new Map();

/** A variable in reach, or one of the two that are always there. */
export function findVariable(name: string, { variables, asOf }: { variables: Variables; asOf: AsOf }): Binding | undefined {
  if (name === todayName) return { type: 'date', plain: asOf.today };
  if (name === nowName) return { type: 'date', is: { kind: 'literal', type: 'timestamp', value: asOf.now } };
  return variables.get(name);
}

/** Their names, to be shown to a person. */
export function variableNames(variables: Variables): string {
  return [...variables.keys(), todayName, nowName].join(', ');
}

/** Binds variables to the values written for them; reports what cannot be. Those counted while the flow runs get theirs later. */
export function declare(variables: readonly Variable[], into: Map<string, Binding>, problems: Problem[]): void {
  for (const [i, { name, type, value }] of variables.entries()) {
    const place = ['variables', i];
    if (name === todayName || name === nowName) problems.push(problem('variable-reserved', place, { variable: name }));
    else if (into.has(name)) problems.push(problem('variable-twice', place, { variable: name }));
    else if (value !== undefined && !fitsType(type, value)) problems.push(problem('variable-bad-value', place, { variable: name, type }));
    into.set(name, value === undefined || !fitsType(type, value) ? { type } : { type, plain: value });
  }
}

/** Whether a value may stand in a place of a type. Numbers may be text, so that no digit is lost; a list holds texts and numbers. */
export function fitsType(type: VariableType, value: Literal | readonly Literal[]): boolean {
  if (typeof value === 'object') return type === 'list' && value.every((v) => typeof v !== 'boolean');
  switch (type) {
    case 'text':
    case 'number':
    case 'boolean':
    case 'date':
      return literalText(type, value) !== undefined;
    case 'list':
      return false;
    default:
      return unreachable(type);
  }
}
