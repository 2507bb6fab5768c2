import { canonicalJson, sha256Hex } from '../../../core/base/hashing';
import type { AuditEntry } from '../../../core/ports/meta-store';

export type NewAuditEntry = Omit<AuditEntry, 'hash'>;

function hashAfter(previous: string, { at, action, details }: NewAuditEntry): string {
  return sha256Hex(previous + canonicalJson({ at, action, details }));
}

/** The entry with its hash over the last entry's hash and itself; the first follows the empty text. */
export function chained(entries: readonly AuditEntry[], entry: NewAuditEntry): AuditEntry {
  const { at, action, details } = entry;
  return { at, action, details: { ...details }, hash: hashAfter(entries.at(-1)?.hash ?? '', entry) };
}

/** The position, from 0, of the last entry that does not follow from the one before; undefined when all do. */
export function lastBreak(entries: readonly AuditEntry[]): number | undefined {
  const at = entries.findLastIndex((entry, i) => entry.hash !== hashAfter(entries[i - 1]?.hash ?? '', entry));
  return at === -1 ? undefined : at;
}
