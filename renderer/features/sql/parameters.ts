import type { Given, Parameter } from '../../../core/model/variable';
import { namesIn } from '../../../core/sql/values-in-sql';

/** Names that have their value from the moment of the run. */
const always = new Set(['today', 'now']);

/** The parameters a text has, in the order they appear, each with what is known of it; the others are not forgotten. */
export function parametersOf(sql: string, known: readonly Parameter[]): Parameter[] {
  return namesIn(sql)
    .filter((name) => !always.has(name))
    .map((name) => known.find((p) => p.name === name) ?? { name, type: 'text' });
}

/** With one of them changed, or added. */
export function withParameter(known: readonly Parameter[], changed: Parameter): Parameter[] {
  return known.some((p) => p.name === changed.name) ? known.map((p) => (p.name === changed.name ? changed : p)) : [...known, changed];
}

/** With the values of an earlier run; their types are seen from them. */
export function withGiven(parameters: readonly Parameter[], given: Given): Parameter[] {
  return parameters.map(({ name, type }) => {
    const value = given[name];
    return value === undefined ? { name, type } : { name, type: typeOf(value), value };
  });
}

function typeOf(value: Given[string]): Parameter['type'] {
  if (typeof value === 'object') return 'list';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'number' : 'text';
}
