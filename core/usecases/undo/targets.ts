import { AppError } from '../../base/errors';
import { isFields } from '../../base/fields';
import { sameJson } from '../../history/patch';
import type { DocumentKind } from '../../model/documents';
import type { Json } from '../../model/journal';
import type { Usable } from '../../model/use';
import type { Context } from '../context';
import { toldUse } from '../uses/told-use';
import { usedBy } from '../uses/used-by';
import { changedKeys, inFormatNow, ofKey, type Shelf, stored } from './shelf';

/** What a document is to become, `undefined`: removed, and what it is now. */
export interface Target {
  key: string;
  now: Json | undefined;
  document: Json | undefined;
}

/** What is known of an entity's rows follows them, and never a step back. */
const rowFields: ReadonlySet<string> = new Set(['rows', 'dataVersion', 'loadedAt', 'loadedFrom']);

/**
 * What every document of a step becomes when it is walked. Only what the step changed is changed; other fields stay as they are now.
 * @throws AppError `undo-changed-since` where the same was changed after it
 */
export function targetsOf(ctx: Context, from: Shelf, to: Shelf): Target[] {
  return changedKeys(from, to).flatMap((key) => {
    const now = stored(ctx, key);
    const document = target(key, now, inFormatNow(key, from[key]), inFormatNow(key, to[key]));
    return sameJson(now, document) ? [] : [{ key, now, document }];
  });
}

function target(key: string, now: Json | undefined, from: Json | undefined, to: Json | undefined): Json | undefined {
  if (to === undefined || sameJson(now, to)) return to;
  if (from === undefined) {
    if (now !== undefined) throw changedSince(key, now);
    return to;
  }
  if (!isFields(now) || !isFields(from) || !isFields(to)) throw changedSince(key, from);
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const changed = fields.filter((field) => !rowFields.has(field) && !sameJson(from[field], to[field]));
  if (changed.some((field) => !sameJson(now[field], from[field]))) throw changedSince(key, now);
  const kept = Object.entries(now).filter(([field]) => !changed.includes(field));
  const put = changed.flatMap((field): [string, Json][] => (to[field] === undefined ? [] : [[field, to[field]]]));
  return Object.fromEntries([...kept, ...put]);
}

/** @throws AppError `undo-in-use` where something outside of the step needs what it would remove */
export function requireUnused(ctx: Context, targets: readonly Target[]): void {
  const gone = targets.filter((t) => t.document === undefined);
  for (const { key, now } of gone) {
    const usable = usableOf(key, now);
    if (!usable) continue;
    const users = usedBy(ctx, usable).filter((u) => u.needed && !gone.some((g) => g.key === `${u.kind} ${u.id}`));
    if (users.length > 0)
      throw new AppError('undo-in-use', { name: nameOf(key, now), users: users.map((u) => toldUse(ctx, u)).join(', ') });
  }
}

function usableOf(key: string, now: Json | undefined): Usable | undefined {
  const { kind, id } = ofKey(key);
  const told: Partial<Record<DocumentKind, Usable>> = {
    entity: { kind: 'entity', entity: id },
    audience: { kind: 'audience', id },
    filter: { kind: 'filter', id },
    campaign: { kind: 'campaign', id },
  };
  if (kind !== 'link' || !isFields(now)) return told[kind];
  return { kind: 'link', from: String(now.from), name: String(now.name) };
}

const changedSince = (key: string, document: Json) => new AppError('undo-changed-since', { name: nameOf(key, document) });

function nameOf(key: string, document: Json | undefined): string {
  return isFields(document) && typeof document.name === 'string' ? document.name : ofKey(key).id;
}
