import type { Context } from '../context';
import { findDocument } from '../find-document';

/** Removes a campaign, and with it the run it did not finish; what was frozen stays. @throws AppError `not-found` */
export async function removeCampaign(ctx: Context, id: string): Promise<void> {
  findDocument(ctx, 'campaign', id);
  const unfinished = ctx.store.list('run').filter((r) => r.campaign === id && r.state === 'freezing');
  await ctx.store.commit([
    { kind: 'campaign', id, document: null },
    ...unfinished.map((r) => ({ kind: 'run' as const, id: r.id, document: null })),
  ]);
}
