/** Where bytes sit in a value, from the outside in. */
export type BytesPath = readonly (string | number)[];

const deepest = 200;

/**
 * Refuses what some line would lose or change: bigint, NaN, functions, dates, maps, class instances, cycles.
 * Plain objects, arrays, text, finite numbers, booleans, null and `Uint8Array` pass; an absent (`undefined`) property is left out.
 * @param onBytes is told every `Uint8Array`, in order
 * @throws TypeError naming the first value that cannot cross, and where it is
 */
export function assertCarried(value: unknown, onBytes: (bytes: Uint8Array, path: BytesPath) => void = () => {}): void {
  visit(value, [], onBytes);
}

function visit(value: unknown, path: (string | number)[], onBytes: (bytes: Uint8Array, path: BytesPath) => void): void {
  if (path.length > deepest) throw new TypeError(`value is nested more than ${deepest} deep or contains itself`);
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw refused(String(value), path);
      return;
    case 'object':
      break;
    case 'undefined':
      if (typeof path.at(-1) === 'number') throw refused('undefined', path);
      return;
    default:
      throw refused(typeof value, path);
  }
  if (value === null) return;
  if (value instanceof Uint8Array) {
    onBytes(value, [...path]);
    return;
  }
  if (Array.isArray(value)) {
    // A counted loop, because forEach passes over the holes of a sparse array.
    for (let index = 0; index < value.length; index++) enter(value[index], index, path, onBytes);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw refused(value.constructor?.name ?? 'an instance', path);
  for (const [key, inner] of Object.entries(value)) enter(inner, key, path, onBytes);
}

function enter(
  value: unknown,
  key: string | number,
  path: (string | number)[],
  onBytes: (bytes: Uint8Array, path: BytesPath) => void,
): void {
  path.push(key);
  visit(value, path, onBytes);
  path.pop();
}

function refused(what: string, path: BytesPath): TypeError {
  return new TypeError(`${what} at ${path.join('.') || 'the top'} cannot cross to the other side`);
}
