import { AppError } from '../base/errors';
import { isFields } from '../base/fields';

/** What tells documents apart is read first; everything else is in order of its name. */
const first = ['format', 'id', 'name', 'type', 'kind', 'label'];

/** JSON that is the same for equal values, whatever the order of their fields. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(inOrder(value), undefined, 2)}\n`;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isFields(value)) return value;
  const fields = Object.entries(value).sort(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, inner]) => [name, inOrder(inner)]));
}

const rankOf = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);

/** @throws AppError `text-not-json` with the file and what is wrong in it */
export function readObject(path: string, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('text-not-json', { file: path, reason: cause instanceof Error ? cause.message : '' }, { cause });
  }
  if (!isFields(value)) throw new AppError('text-not-json', { file: path, reason: 'it is no object' });
  return Object.fromEntries(Object.entries(value));
}
