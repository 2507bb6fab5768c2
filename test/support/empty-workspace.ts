import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HostContext, openContext } from '../../electron/host/context';
import { createWorkspace, type OpenWorkspace } from '../../electron/host/workspace/open-workspace';

export interface TestWorkspace {
  ctx: HostContext;
  workspace: OpenWorkspace;
  close(): Promise<void>;
}

/** A real, empty workspace on disk. */
export async function openEmpty(options: { engine?: 'native' | 'wasm' } = {}): Promise<TestWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-workspace-'));
  const parts = openContext(options);
  const workspace = await createWorkspace(join(folder, 'workspace'), { name: 'Test', zone: 'Europe/Paris' }, parts.workspaceParts);
  return {
    ctx: parts.contextOf(workspace),
    workspace,
    async close() {
      await workspace.close();
      await parts.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
