import { freezeDelivery } from '../../../core/usecases/delivery/freeze-delivery';
import { listDeliveries } from '../../../core/usecases/delivery/list-deliveries';
import type { FreezePorts, SyncPorts } from '../../../core/usecases/delivery/ports';
import { syncDelivery } from '../../../core/usecases/delivery/sync-delivery';
import { endpointAt, freezePorts, quick, specOf, syncPorts } from '../../support/delivery';

/**
 * One life of the app: freezes what is not frozen and syncs what is not delivered.
 * `point` names the step at which it dies by itself: `write:manifest`, `written:receipt`, `sent:commit`…
 */
const [root = '', url = '', campaign = '', rows = '0', point = ''] = process.argv.slice(2);

function at(name: string): void {
  if (name === point) process.kill(process.pid, 'SIGKILL');
}

const kindOf = (path: string): string => /(manifest|receipt)\.json$/.exec(path)?.[1] ?? (path.includes('/content/') ? 'content' : 'chunk');
const callOf = (method: string, url: string): string =>
  /(commit|chunks|content)/.exec(url)?.[1] ?? (method === 'PUT' ? 'manifest' : 'status');

function dying<P extends FreezePorts | SyncPorts>(ports: P): P {
  const { files } = ports;
  return {
    ...ports,
    files: {
      ...files,
      async write(path, content) {
        at(`write:${kindOf(path)}`);
        await files.write(path, content);
        at(`written:${kindOf(path)}`);
      },
    },
    ...('net' in ports
      ? {
          net: {
            async send(request: Parameters<SyncPorts['net']['send']>[0]) {
              at(`send:${callOf(request.method, request.url)}`);
              const answer = await ports.net.send(request);
              at(`sent:${callOf(request.method, request.url)}`);
              return answer;
            },
          },
        }
      : {}),
  };
}

const sync = syncPorts(root);
const spec = specOf(campaign, Number(rows));
const known = await listDeliveries(sync);
if (known.length === 0) {
  const freeze = await freezePorts(root);
  await freezeDelivery(dying(freeze), spec);
}
const done = await syncDelivery(dying(sync), `${campaign}-m1-1`, endpointAt(url), { policy: { ...quick, tries: 60 } });
process.exit(done.state === 'delivered' ? 0 : 1);
