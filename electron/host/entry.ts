import { type ElectronPort, electronPortChannel } from '../../core/rpc/channels/port';
import { contract } from '../../core/rpc/contract';
import { serve } from '../../core/rpc/serve';
import { createHost } from './handlers/index';

/** What Electron adds to `process` inside a utility process. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: ElectronPort[] }) => void): void;
}

function parentPort(): ParentPort {
  const port = (process as { parentPort?: ParentPort }).parentPort;
  if (!port) throw new Error('this file runs inside a utility process of Electron');
  return port;
}

const home = process.argv.find((argument) => argument.startsWith('--home='))?.slice('--home='.length);
if (!home) throw new Error('--home is missing');

const host = createHost({ shell: 'electron', home });

parentPort().on('message', ({ data, ports }) => {
  if (data === 'window' && ports[0]) serve(contract, host.handlers(), electronPortChannel(ports[0]));
  if (data === 'quit') void host.close().finally(() => process.exit(0));
});
