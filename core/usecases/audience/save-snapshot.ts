import { AppError } from '../../base/errors';
import type { Audience } from '../../model/audience';
import type { StatementOptions } from '../../ports/engine';
import { computeOutput } from '../campaign/compute-output';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { withConnection } from '../with-connection';
import { readingOnly } from './count-audience';
import { keepSnapshot } from './keep-snapshot';

export interface SnapshotRequest {
  /** Whose members. */
  from: string;
  /** Under which id they are kept; a snapshot of that id is replaced. */
  to: string;
  asOf: string;
  signal?: StatementOptions['signal'];
}

/** Keeps the members an audience has now. @throws AppError `not-found`, `audience-exists` when the id is a live audience's */
export function saveSnapshot(ctx: Context, { from, to, asOf, signal }: SnapshotRequest): Promise<Audience> {
  findDocument(ctx, 'audience', from);
  const before = ctx.store.read('audience', to);
  if (before && before.definition.kind !== 'snapshot') throw new AppError('audience-exists', { audience: to });
  return withConnection(ctx, async (connection) => {
    const { population } = await computeOutput(ctx, connection, {
      campaign: readingOnly(from),
      asOf,
      activity: 'members',
      output: 'out',
      ...(signal ? { signal } : {}),
    });
    const activity = {
      id: 'keep',
      type: 'save-audience' as const,
      audience: to,
      mode: before ? ('overwrite' as const) : ('create' as const),
    };
    return keepSnapshot(ctx, connection, activity, population, asOf);
  });
}
