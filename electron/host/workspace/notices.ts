import { unreachable } from '../../../core/base/never';
import { type Problem, warning } from '../../../core/base/problems';
import type { Recovery } from '../../../core/ports/engine';
import type { AuditEntry } from '../../../core/ports/meta-store';
import { lastBreak } from '../store/audit-chain';

export function recoveryNotices(recovery: Recovery): Problem[] {
  if (recovery.kind === 'clean') return [];
  const details = { aside: recovery.keptAside };
  switch (recovery.lost) {
    case 'nothing':
      return [warning('data-recovered', ['data'], details)];
    case 'log-tail':
      return [warning('data-lost-log-tail', ['data'], details)];
    case 'since-checkpoint':
      return [warning('data-lost-since-checkpoint', ['data'], details)];
    default:
      return unreachable(recovery.lost);
  }
}

export function fallbackNotices(reason: string | undefined): Problem[] {
  return reason === undefined ? [] : [warning('engine-portable', ['data'], { reason })];
}

/** `entry` counts from 1. */
export function auditNotices(entries: readonly AuditEntry[]): Problem[] {
  const at = lastBreak(entries);
  return at === undefined ? [] : [warning('audit-broken', ['audit', at], { entry: at + 1 })];
}
