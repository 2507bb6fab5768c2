import type { Problem } from '../../base/problems';
import type { WorkspaceSummary } from '../../model/report';
import type { Context } from '../context';
import { listDeliveries } from '../delivery/list-deliveries';
import { onlyWorkspace } from './only-workspace';

export async function summariseWorkspace(ctx: Context, opened: { folder: string; notices: readonly Problem[] }): Promise<WorkspaceSummary> {
  const { id, name, zone } = onlyWorkspace(ctx);
  const entities = ctx.store.list('entity');
  const { kind, version, memoryBytes, databaseBytes } = await ctx.engine.stats();
  return {
    id,
    name,
    folder: opened.folder,
    zone,
    engine: { kind, version, memoryBytes, databaseBytes },
    entities: entities.length,
    rows: entities.reduce((sum, e) => sum + e.rows, 0),
    campaigns: ctx.store.list('campaign').length,
    audiences: ctx.store.list('audience').length,
    deliveries: (await listDeliveries(ctx)).length,
    notices: opened.notices.map((n) => ({ ...n, details: { ...n.details } })),
  };
}
