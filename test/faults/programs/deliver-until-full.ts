import { randomBytes } from 'node:crypto';
import { readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAppError } from '../../../core/base/errors';
import type { MailLayout } from '../../../core/model/message';
import { assess } from '../../../core/send/assess';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { printQuery } from '../../../core/sql/print';
import { freezeDelivery } from '../../../core/usecases/delivery/freeze-delivery';
import { syncDelivery } from '../../../core/usecases/delivery/sync-delivery';
import { exportMail } from '../../../core/usecases/mail/export-mail';
import { readWaterfall } from '../../../core/usecases/sending/read-waterfall';
import { startEndpoint } from '../../../electron/endpoint/start-endpoint';
import { createFiles } from '../../../electron/host/files/create-files';
import { transcode } from '../../../electron/host/mail/transcode';
import { fillWorld, requestFor } from '../../support/assess-world';
import { endpointAt, freezePorts, quick, specOf, syncPorts } from '../../support/delivery';
import { testSecret } from '../../support/delivery-secret';

/** Freezes, writes mail and syncs on a disk without room, then with room; prints what came of each and the files that are there. */
const [disk, outside] = process.argv.slice(2);
if (disk === undefined || outside === undefined) throw new Error('two folders are needed');
const ballast = join(disk, 'ballast');

/** Leaves room for so many bytes. */
async function fill(left: number): Promise<void> {
  await rm(ballast, { force: true });
  const { bavail, bsize } = await statfs(disk as string);
  await writeFile(ballast, Buffer.alloc(bavail * bsize - left));
}

async function say(step: string, folder: string, work: () => Promise<unknown>): Promise<void> {
  const code = await work().then(
    () => 'done',
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );
  const files = await readdir(join(disk as string, folder)).catch(() => []);
  const shown = files.map((f) => (/^[0-9a-f]{64}$/.test(f) ? 'chunk' : f)).sort();
  process.stdout.write(`${step}: ${code} [${[...new Set(shown)].join(' ')}]\n`);
}

const freeze = await freezePorts(disk);
const folder = 'spring-m1-1';
const pack = () => freezeDelivery(freeze, specOf('spring', 45_000));
for (const left of [0, 300_000, 3_000_000]) {
  await fill(left);
  await say(`freeze with ${left}`, `deliveries/${folder}`, pack);
}
await rm(ballast);
await say('freeze with room', `deliveries/${folder}`, pack);

const endpoint = await startEndpoint({ dir: outside, port: 0, secret: testSecret });
const ports = syncPorts(disk);
const sync = () => syncDelivery(ports, folder, endpointAt(endpoint.url), { policy: quick });
await fill(0);
await say('sync', `deliveries/${folder}`, sync);
await rm(ballast);
await say('sync with room', `deliveries/${folder}`, sync);
process.stdout.write(`delivered: ${(await endpoint.ledger()).length}\n`);
await ports.close();
await endpoint.close();

const layout: MailLayout = {
  columns: [
    { label: 'Name', content: '{{ profile.first | capitalize }}' },
    { label: 'City', content: '{{ profile.city }}' },
  ],
  delimiter: ';',
  header: true,
  lineEnd: 'crlf',
  encoding: 'windows-1252',
  sort: ['Name'],
  neutraliseFormulas: false,
};
const connection = await freeze.engine.connect();
const people = Array.from({ length: 4000 }, (_, i) => {
  return { id: i + 1, email: null, first: randomBytes(100).toString('hex'), city: 'Ulm', postcode: String(10_000 + i), country: 'de' };
});
const bookings = people.map((p) => ({ id: p.id + 10_000, person: p.id, score: null }));
await fillWorld(connection, { people, bookings, consents: [], blocked: [], blockedPeople: [] });
const settings = {
  category: 'marketing',
  purpose: undefined,
  unknown: 'allow',
  secondary: false,
  named: 'key',
  timed: false,
  shares: {},
} as const;
const request = requestFor({ channel: 'postal', ...settings });
if (request.channel !== 'postal') throw new Error('not mail');
const message = { ...request.message, layout };
const assessment = assess({ ...request, message }, ['message']);
if (!assessment) throw new Error(JSON.stringify(request.compilation.problems));
await connection.run(`CREATE OR REPLACE TABLE assessed AS ${printQuery(assessment.query, duckdb)}`);
const table = { kind: 'table', schema: 'main', name: 'assessed' } as const;
const waterfall = await readWaterfall(connection, table, assessment, 0);
const mail = (folder: string) =>
  exportMail(
    { connection: () => freeze.engine.connect(), files: createFiles(disk), transcode },
    { table, assessment, message, campaign: { id: 'c', name: 'C' }, waterfall, folder, name: 'mail', asOf: '2026-06-01T10:00:00Z' },
  );
const bytes = (await mail('trial')).files[0]?.bytes ?? 0;
const whole = Math.ceil(bytes / 4096) * 4096;
const steps = { 'the text': 0, 'half of the text': whole / 2, 'its encoding': whole * 1.5, 'the manifest': whole * 2 };
for (const [what, left] of Object.entries(steps)) {
  await fill(left);
  await say(`mail without room for ${what}`, 'out', () => mail('out'));
}
await rm(ballast);
await say('mail with room', 'out', () => mail('out'));
await connection.close();
await freeze.engine.close();
