import type { AudienceOverlap } from '../../model/report';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import type { AtMoment } from '../population/members';
import { rowsOf } from '../population/overlay';
import { overlayAudiences } from '../population/overlay-audiences';
import { withConnection } from '../with-connection';

/** Exact rows of every region of two to five audiences. @throws AppError `not-found`, `flow-dimension-mismatch` */
export function overlapAudiences(ctx: Context, ids: readonly string[], at: AtMoment): Promise<AudienceOverlap> {
  return withConnection(ctx, async (connection) => {
    const overlay = await overlayAudiences(ctx, connection, ids, at);
    const masks = Array.from({ length: 2 ** ids.length - 1 }, (_, i) => i + 1);
    return {
      dimension: overlay.dimension,
      asOf: at.asOf,
      audiences: ids.map((audience, i) => ({ audience, rows: rowsOf(overlay, i) })),
      regions: masks.map((mask) => ({ inside: ids.filter((_, i) => (mask >> i) & 1), rows: overlay.regions.get(mask) ?? 0 })),
      union: [...overlay.regions.values()].reduce((sum, rows) => sum + rows, 0),
      rules: ids.every((id) => findDocument(ctx, 'audience', id).definition.kind === 'rule'),
    };
  });
}
