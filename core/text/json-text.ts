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

/** @throws AppError `text-not-json` with the file and the line it goes wrong in, `text-not-object` */
export function readObject(path: string, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('text-not-json', { file: path, line: faultyLine(text) }, { cause });
  }
  if (!isFields(value)) throw new AppError('text-not-object', { file: path });
  return Object.fromEntries(Object.entries(value));
}

/** The line of the last letter of the shortest beginning that nothing could complete. */
function faultyLine(text: string): number {
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (goesOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return text.slice(0, Math.max(0, bad - 1)).split('\n').length;
}

/** V8 tells the position of a fault but where a token is wrong or the end is missing. */
function goesOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (fault) {
    const says = fault instanceof Error ? fault.message : '';
    const [, position] = /at position (\d+)/.exec(says) ?? [];
    return position === undefined ? says.includes('end of JSON input') : Number(position) >= beginning.length;
  }
}
