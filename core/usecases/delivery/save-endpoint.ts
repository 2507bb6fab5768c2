import type { Endpoint } from '../../model/endpoint';
import type { Context } from '../context';
import { commitUndoable } from '../undo/commit-undoable';

/** Saves where to sync to. The secret goes to the Secrets port, never into the workspace. */
export async function saveEndpoint(ctx: Context, endpoint: Endpoint, secret?: string): Promise<void> {
  if (secret !== undefined) await ctx.secrets.write(endpoint.secret, secret);
  await commitUndoable(ctx, [{ kind: 'endpoint', id: endpoint.id, document: endpoint }]);
}
