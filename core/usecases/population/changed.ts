import { AppError } from '../../base/errors';
import type { Change, ChangePart } from '../../model/population';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { audienceMembers } from './audience-members';
import type { AtMoment, Members } from './members';
import { type Overlay, overlay } from './overlay';

/** The mask of each part: before is bit 0, after bit 1. */
export const partMasks: Readonly<Record<ChangePart, number>> = { left: 1, entered: 2, stayed: 3 };

export interface Side {
  audience: string;
  asOf: string;
}

/**
 * Which two populations a change is between. A live audience is computed over the data as it is now, whatever the moment.
 * @throws AppError `not-found`, `audience-fixed` for a snapshot at two moments, `audience-no-snapshot` when there is nothing to
 * compare with
 */
export function sidesOf(ctx: Context, { audience, against, from }: Change, asOf: string): { before: Side; after: Side } {
  const found = findDocument(ctx, 'audience', audience);
  const after = { audience, asOf: momentOf(ctx, audience, asOf) };
  if (against !== undefined) return { before: { audience: against, asOf: momentOf(ctx, against, from ?? asOf) }, after };
  if (from === undefined) {
    const last = lastSnapshot(ctx, audience);
    if (last === undefined) throw new AppError('audience-no-snapshot', { audience: found.name });
    return { before: { audience: last, asOf: momentOf(ctx, last, asOf) }, after };
  }
  if (found.definition.kind === 'snapshot') throw new AppError('audience-fixed', { audience: found.name });
  return { before: { audience, asOf: from }, after };
}

/** A snapshot is of the moment it was taken for. */
function momentOf(ctx: Context, id: string, asOf: string): string {
  const { definition } = findDocument(ctx, 'audience', id);
  return definition.kind === 'snapshot' ? definition.asOf : asOf;
}

/** The snapshot of an audience's members that is of the latest moment. */
function lastSnapshot(ctx: Context, audience: string): string | undefined {
  const taken = ctx.store
    .list('audience')
    .flatMap(({ id, definition: d }) => (d.kind === 'snapshot' && d.of === audience ? [{ id, asOf: d.asOf, takenAt: d.takenAt }] : []));
  return taken.toSorted((a, b) => (a.asOf === b.asOf ? (a.takenAt < b.takenAt ? 1 : -1) : a.asOf < b.asOf ? 1 : -1))[0]?.id;
}

/** Both sides, and one laid over the other. */
export async function changed(
  ctx: Context,
  connection: Connection,
  change: Change,
  { asOf, signal }: AtMoment,
): Promise<{ before: Side; after: Side; overlay: Overlay }> {
  const { before, after } = sidesOf(ctx, change, asOf);
  const members: Members[] = [];
  for (const side of [before, after])
    members.push(await audienceMembers(ctx, connection, side.audience, { asOf: side.asOf, ...(signal ? { signal } : {}) }));
  return { before, after, overlay: await overlay(ctx, connection, members, signal) };
}
