import path from 'node:path';
import { createMutex } from '../../core/base/mutex';
import { createRegistry } from '../../core/plan/optimise/stored';
import type { Context } from '../../core/usecases/context';
import { systemClock } from './clock';
import { nativeBytes } from './delivery/bytes';
import { systemTimer } from './delivery/timer';
import { openEngine } from './engine/open';
import { createSources } from './import/create-sources';
import { transcode } from './mail/transcode';
import { createNet } from './net/create-net';
import { sessionSecrets } from './secrets/session-secrets';
import { layout } from './workspace/layout';
import type { OpenWorkspace, WorkspaceParts } from './workspace/open-workspace';

export type HostContext = Context;

export interface ContextParts {
  workspaceParts: WorkspaceParts;
  contextOf(workspace: OpenWorkspace): HostContext;
  close(): Promise<void>;
}

/** Puts the adapters behind the ports, once per process. */
export function openContext(options: { engine?: 'native' | 'wasm'; secretsFile?: string } = {}): ContextParts {
  const net = createNet();
  const secrets = sessionSecrets({ environment: process.env, ...(options.secretsFile ? { file: options.secretsFile } : {}) });
  return {
    workspaceParts: {
      clock: systemClock,
      secrets,
      openEngine: ({ folder }) => openEngine({ folder, ...(options.engine ? { prefer: options.engine } : {}) }),
    },
    contextOf: ({ folder, engine, store, files, clock }) => ({
      engine,
      connection: () => engine.connect(),
      store,
      files,
      clock,
      timer: systemTimer,
      bytes: nativeBytes,
      transcode,
      net,
      secrets,
      worktables: { ...createMutex(), registry: createRegistry(), held: new Map(), asked: new Map(), superseded: new Set() },
      fanOuts: new Map(),
      figures: createMutex(),
      works: new Map(),
      sources: createSources(path.join(folder, layout.scratch)),
    }),
    close: () => net.close(),
  };
}
