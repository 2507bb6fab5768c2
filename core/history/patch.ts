import { type Fields, isFields } from '../base/fields';
import type { Json, Patch } from '../model/journal';

const own = (value: Fields, key: string) => (Object.hasOwn(value, key) ? value[key] : undefined);
const present = (value: Fields) => Object.keys(value).filter((key) => value[key] !== undefined);

/** What JSON keeps of a value: absent and undefined are one. */
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value));

/** Whether two values are the same JSON. Parts they share are not looked into. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  if (!isFields(a) || !isFields(b)) return false;
  for (const key of Object.keys(a)) if (a[key] !== undefined && !sameJson(a[key], own(b, key))) return false;
  for (const key of Object.keys(b)) if (b[key] !== undefined && own(a, key) === undefined) return false;
  return true;
}

/** How `before` becomes `after`; undefined when they are the same. */
export function patchBetween(before: unknown, after: unknown): Patch | undefined {
  if (sameJson(before, after)) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) return listPatch(before, after);
  if (isFields(before) && isFields(after)) return fieldsPatch(before, after);
  return { set: plain(after) };
}

function fieldsPatch(before: Fields, after: Fields): Patch {
  const fields: Record<string, Patch> = {};
  for (const key of present(after)) {
    const changed = patchBetween(own(before, key), after[key]);
    if (changed) fields[key] = changed;
  }
  return { fields, without: present(before).filter((key) => own(after, key) === undefined) };
}

function listPatch(before: readonly unknown[], after: readonly unknown[]): Patch {
  const least = Math.min(before.length, after.length);
  let at = 0;
  while (at < least && sameJson(before[at], after[at])) at++;
  let tail = 0;
  while (tail < least - at && sameJson(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail++;
  if (before.length !== after.length)
    return { at, remove: before.length - tail - at, insert: after.slice(at, after.length - tail).map(plain) };
  const items: Record<string, Patch> = {};
  for (let i = at; i < after.length - tail; i++) {
    const changed = patchBetween(before[i], after[i]);
    if (changed) items[i] = changed;
  }
  return { items };
}

/** The value after a patch; what the patch does not touch is shared with the value before. */
export function applyPatch(before: Json, change: Patch): Json {
  if ('set' in change) return change.set;
  if ('fields' in change) return patchedFields(before, change);
  if (!Array.isArray(before)) throw new TypeError('a patch of a list does not fit what is no list');
  if ('items' in change) return before.map((item, i) => (change.items[i] ? applyPatch(item, change.items[i]) : item));
  return [...before.slice(0, change.at), ...change.insert, ...before.slice(change.at + change.remove)];
}

function patchedFields(before: Json, { fields, without }: { fields: Record<string, Patch>; without: readonly string[] }): Json {
  if (!isFields(before)) throw new TypeError('a patch of fields does not fit what has none');
  const kept = Object.entries(before).filter(([key]) => !without.includes(key));
  const after = new Map<string, Json>(kept as [string, Json][]);
  for (const [key, change] of Object.entries(fields)) after.set(key, applyPatch(after.get(key) ?? null, change));
  return Object.fromEntries(after);
}
