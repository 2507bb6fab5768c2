import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Patience } from '../../core/delivery/backoff';
import type { Endpoint } from '../../core/model/endpoint';
import type { Engine } from '../../core/ports/engine';
import type { FreezePorts, SyncPorts } from '../../core/usecases/delivery/ports';
import type { DeliverySpec } from '../../core/usecases/delivery/spec';
import { systemClock } from '../../electron/host/clock';
import { nativeBytes } from '../../electron/host/delivery/bytes';
import { systemTimer } from '../../electron/host/delivery/timer';
import { openNativeEngine } from '../../electron/host/engine/native/open';
import { createFiles } from '../../electron/host/files/create-files';
import { createNet } from '../../electron/host/net/create-net';
import { testSecret } from './delivery-secret';

/** Fast enough for tests, patient enough for an endpoint that is being restarted. */
export const quick: Patience = { base: 10, cap: 200, tries: 12, parallel: 3 };

export const tempFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'muster-delivery-'));

export function endpointAt(url: string): Endpoint {
  return { format: 1, id: 'test', name: 'Test', url, secret: 'test', allowPrivate: true };
}

export function syncPorts(root: string): SyncPorts & { close(): Promise<void> } {
  const net = createNet({ timeouts: { connect: 1000, headers: 1500, body: 1500 } });
  return {
    files: createFiles(root),
    clock: systemClock,
    net,
    secrets: { read: async () => testSecret, write: async () => undefined },
    timer: systemTimer,
    bytes: nativeBytes,
    close: () => net.close(),
  };
}

export async function freezePorts(root: string): Promise<FreezePorts & { engine: Engine }> {
  return {
    engine: await openNativeEngine({ file: ':memory:', tempFolder: join(root, 'temp') }),
    files: createFiles(root),
    bytes: nativeBytes,
  };
}

/** `rows` recipients and two seeds, made by arithmetic; ids are in no order. */
export function specOf(campaign: string, rows: number, changes: Partial<DeliverySpec> = {}): DeliverySpec {
  return {
    campaign,
    message: 'm1',
    channel: 'email',
    wave: '1',
    frozenAt: '2026-11-20T08:00:00Z',
    columns: [
      { name: 'recipient_id', type: 'text' },
      { name: 'key', type: 'integer' },
      { name: 'address', type: 'text' },
      { name: 'spent', type: 'decimal' },
      { name: 'score', type: 'number' },
      { name: 'seed', type: 'boolean' },
    ],
    select: `SELECT sha256('${campaign}' || i)[1:24] AS recipient_id, i AS key, 'p' || i || '@example.com' AS address,
      (i * 7 % 1000)::DECIMAL(18,2) / 10 AS spent, i / 8.0 AS score, i >= ${rows} AS seed FROM range(${rows + 2}) AS t(i)`,
    waterfall: { activity: 'm1', input: rows + 5, exclusions: [{ reason: 'no-consent', detail: '', rows: 5 }], sent: rows, seeds: 2 },
    content: { 'subject.liquid': 'Hello {{ profile.first_name }}', 'body.html': `<p>${campaign} é</p>` },
    validity: { sendAt: null, zone: 'Europe/Madrid', expiresAt: null },
    ...changes,
  };
}
