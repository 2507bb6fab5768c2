import type { Change } from '../../model/population';
import type { AudienceDiff } from '../../model/report';
import type { Context } from '../context';
import { changed, partMasks } from '../population/changed';
import type { AtMoment } from '../population/members';
import { rowsOf } from '../population/overlay';
import { withConnection } from '../with-connection';

/** Who entered, left and stayed between two moments of an audience, or two audiences. @throws AppError as `sidesOf`, `flow-dimension-mismatch` */
export function diffAudience(ctx: Context, change: Change, at: AtMoment): Promise<AudienceDiff> {
  return withConnection(ctx, async (connection) => {
    const { before, after, overlay } = await changed(ctx, connection, change, at);
    const rows = (mask: number) => overlay.regions.get(mask) ?? 0;
    return {
      dimension: overlay.dimension,
      before: { ...before, rows: rowsOf(overlay, 0) },
      after: { ...after, rows: rowsOf(overlay, 1) },
      entered: rows(partMasks.entered),
      left: rows(partMasks.left),
      stayed: rows(partMasks.stayed),
    };
  });
}
