import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAppError } from '../../core/base/errors';
import { memoryChannels } from '../../core/rpc/channels/memory';
import { type Client, connect } from '../../core/rpc/connect';
import { contract, type MusterContract } from '../../core/rpc/contract';
import { serve } from '../../core/rpc/serve';
import { createHost } from '../../electron/host/handlers/index';

export interface TestHost {
  client: Client<MusterContract>;
  /** Another window of the same host. */
  window(): Client<MusterContract>;
  /** A folder of its own; nothing else writes there. */
  base: string;
  at(name: string): string;
  close(): Promise<void>;
}

/** The real host over a channel in memory; its answers are checked against the contract. */
export async function openHost(options: { engine?: 'native' | 'wasm' } = {}): Promise<TestHost> {
  const base = await mkdtemp(join(tmpdir(), 'muster-host-'));
  const at = (name: string) => join(base, name);
  const host = createHost({ shell: 'test', home: at('home'), ...options });
  const window = () => {
    const [near, far] = memoryChannels();
    serve(contract, host.handlers(), far);
    return connect(contract, near, { checkOutput: true });
  };
  const client = window();
  return {
    client,
    window,
    base,
    at,
    async close() {
      client.close();
      await host.close();
      await rm(base, { recursive: true, force: true });
    },
  };
}

/** The code of the error a call ends with; what is not an AppError is thrown on. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

/** Documents and tables of the open workspace, to be compared before and after something that must change nothing. */
export async function stateOf({ call }: Client<MusterContract>) {
  const model = await call('model.read', {});
  const tables = [];
  for (const { name } of model.entities) tables.push(await call('entity.rows', { entity: name, offset: 0, limit: 2000 }));
  return {
    model,
    tables,
    settings: await call('workspace.settings', {}),
    campaigns: await call('campaign.list', {}),
    audiences: await call('audience.list', {}),
    endpoints: await call('endpoint.list', {}),
    deliveries: await call('delivery.list', {}),
  };
}
