import type { Workspace } from '../../model/workspace';
import type { Context } from '../context';

/** The settings of the open workspace; every workspace has exactly one such document. */
export function onlyWorkspace(ctx: Context): Workspace {
  const [workspace] = ctx.store.list('workspace');
  if (!workspace) throw new Error('the workspace has no settings document');
  return workspace;
}
