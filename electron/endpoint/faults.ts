import { AppError } from '../../core/base/errors';

/**
 * Faults on demand, `name:share[:argument]` with commas between, e.g. `500:0.05,429:0.05:2,drop:0.02`.
 * The share is how many requests meet the fault, 0 to 1.
 *
 * - `400`…`599`: answers this status without a body, before any work; `429` and `503` take seconds for `Retry-After`
 * - `html`: answers 200 with a page, as a login portal does, before any work
 * - `drop`: breaks the connection before any work
 * - `ack`: does the work, then breaks the connection instead of answering
 * - `delay`: does the work late; the argument is milliseconds
 * - `full`: answers 507 to uploads
 * - `skew`: the endpoint's clock is off; written `skew:seconds`
 * - `crash-before`, `crash-written`, `crash-published`: kills the process before a file is written, when it is written but has no
 *   name yet, or when it is in place but not yet answered
 */
export interface Fault {
  name: string;
  share: number;
  argument: number | undefined;
}

export type CrashPoint = 'before' | 'written' | 'published';

const rule = /^(?:([45]\d\d)|html|drop|ack|delay|full|crash-(?:before|written|published)):(\d*\.?\d+)(?::(-?\d+))?$/;

/** @throws AppError `endpoint-bad-faults` */
export function parseFaults(text: string): Fault[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const skew = /^skew:(-?\d{1,9})$/.exec(part)?.[1];
      if (skew !== undefined) return { name: 'skew', share: 0, argument: Number(skew) };
      const share = Number(rule.exec(part)?.[2]);
      if (!(share >= 0 && share <= 1)) throw new AppError('endpoint-bad-faults', { rule: part });
      const [name = '', , argument] = part.split(':');
      return { name, share, argument: argument === undefined ? undefined : Number(argument) };
    });
}

/** At most one fault per request: the first whose turn it is. */
export function drawFault(faults: readonly Fault[], random: () => number): Fault | undefined {
  return faults.find((fault) => !fault.name.startsWith('crash') && random() < fault.share);
}

/** Seconds by which the endpoint's clock is off. */
export const skewOf = (faults: readonly Fault[]): number => faults.find((fault) => fault.name === 'skew')?.argument ?? 0;

export function crashes(faults: readonly Fault[], point: CrashPoint, random: () => number): boolean {
  return faults.some((fault) => fault.name === `crash-${point}` && random() < fault.share);
}
