import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import type { Workspace } from '../../model/workspace';
import { asOfIn } from '../../segment/as-of';
import type { Context } from '../context';
import { commitUndoable } from '../undo/commit-undoable';
import { onlyWorkspace } from './only-workspace';

/** Saves the settings of the open workspace. @throws AppError `unknown-zone` */
export async function saveWorkspace(ctx: Context, workspace: Workspace): Promise<void> {
  checkZone(ctx, workspace.zone);
  const { id } = onlyWorkspace(ctx);
  await commitUndoable(ctx, [{ kind: 'workspace', id, document: { ...workspace, id } }]);
}

/** @throws AppError `unknown-zone` */
export function checkZone(ctx: Context, zone: string): void {
  try {
    asOfIn(instantOf(ctx.clock.now()), zone);
  } catch (cause) {
    throw new AppError('unknown-zone', { zone }, { cause });
  }
}
