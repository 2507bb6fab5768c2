import { isFields } from '../../../../core/base/fields';

const isWritten = (value: unknown) => value === undefined || typeof value === 'string' || typeof value === 'number';
const isList = (value: unknown) => Array.isArray(value) && value.every((item) => !isFields(item) && !Array.isArray(item));

/**
 * Where two values differ, when it is by what is typed into one field: a text, a number, or a list of them. `undefined` when they are
 * the same or differ by more, as by a part that was added.
 */
export function typedAt(before: unknown, after: unknown): string | undefined {
  if ((isWritten(before) && isWritten(after)) || (isList(before) && isList(after))) return '';
  const pairs = parts(before, after).filter(([, was, is]) => JSON.stringify(was) !== JSON.stringify(is));
  const [only] = pairs;
  if (!only || pairs.length > 1) return undefined;
  const [name, was, is] = only;
  const inner = typedAt(was, is);
  return inner === undefined ? undefined : `${name}/${inner}`;
}

function parts(before: unknown, after: unknown): [string, unknown, unknown][] {
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.map((was: unknown, i): [string, unknown, unknown] => [String(i), was, after[i]]);
  if (!isFields(before) || !isFields(after)) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => [name, before[name], after[name]]);
}
