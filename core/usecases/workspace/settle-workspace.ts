import type { Problem } from '../../base/problems';
import type { Sources } from '../../ports/sources';
import { settleMembers } from '../audience/settle-members';
import type { Context } from '../context';
import { dropRemovedRows } from '../data/removed-rows';
import { reconcileLoads } from '../import/loads';
import { rebuildEntities } from '../import/rebuild-entities';
import { dropPassedFigures } from '../kept-figures';
import { withConnection } from '../with-connection';

/** Brings the data and the documents of a workspace just opened together. @returns what was lost or could not be had, as warnings */
export async function settleWorkspace(ctx: Context, sources: Sources): Promise<Problem[]> {
  const rebuilt = ctx.engine.can.persist ? [] : await rebuildEntities(ctx, sources);
  await withConnection(ctx, dropRemovedRows);
  const loads = await reconcileLoads(ctx);
  await dropPassedFigures(ctx);
  return [...rebuilt, ...loads, ...(await settleMembers(ctx))];
}
