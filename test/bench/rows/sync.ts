import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { recipientsQuery } from '../../../core/send/recipients';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { printQuery } from '../../../core/sql/print';
import { countCampaign } from '../../../core/usecases/campaign/count-campaign';
import { messagesOf } from '../../../core/usecases/campaign/messages';
import { planFor } from '../../../core/usecases/campaign/plan-for';
import { freezeDelivery } from '../../../core/usecases/delivery/freeze-delivery';
import type { DeliverySpec } from '../../../core/usecases/delivery/spec';
import { syncDelivery } from '../../../core/usecases/delivery/sync-delivery';
import { readWaterfall } from '../../../core/usecases/sending/read-waterfall';
import { createFiles } from '../../../electron/host/files/create-files';
import { everyone } from '../campaigns';
import { race } from '../measure';
import { against, type Row } from '../row';
import { secret, serve } from '../servers';
import type { World } from '../world';

/**
 * Everyone who gets the email, from the assessed table to the endpoint's receipt, the endpoint being a process of its own.
 * Freezing is measured against the engine writing the same rows as packed JSON; syncing against bare uploads of the same bytes
 * to a server that does nothing but keep them safe.
 */
export const syncing: Row = async (world) => {
  const { ctx } = world;
  const spec = await specOf(world);
  let folder = world.scratch('delivery');
  let store = '';
  let server = { url: '', stop: async () => {} };
  const files = () => createFiles(folder);
  const fresh = async () => {
    await rm(folder, { recursive: true, force: true });
    folder = world.scratch('delivery');
  };
  const freezing = await race(
    { prepare: fresh, run: () => freezeDelivery({ ...ctx, files: files() }, spec) },
    { run: () => world.sql((c) => c.run(`COPY (${spec.select}) TO '${world.scratch('rows.ndjson.gz')}' (FORMAT json, COMPRESSION gzip)`)) },
  );
  const { folder: name, recipients } = await freezeDelivery({ ...ctx, files: files() }, spec);

  const begin = (kind: 'endpoint' | 'raw') => async () => {
    await server.stop();
    store = world.scratch(kind);
    await mkdir(store);
    server = await serve(kind, store);
    await rm(path.join(folder, 'deliveries', name, 'receipt.json'), { force: true });
  };
  const secrets = { read: async () => secret, write: async () => undefined };
  const upload = () =>
    syncDelivery({ ...ctx, files: files(), secrets }, name, {
      format: 1,
      id: 'bench',
      name: 'Bench',
      url: server.url,
      secret: 'bench',
      allowPrivate: true,
    });
  const raw = async () => {
    const from = path.join(folder, 'deliveries', name);
    const chunks = (await readdir(from)).filter((file) => /^[0-9a-f]{64}$/.test(file));
    const left = chunks.values();
    const work = async () => {
      for (const chunk of left) {
        const answer = await ctx.net.send({
          method: 'PUT',
          url: `${server.url}/${chunk}`,
          headers: {},
          body: await readFile(path.join(from, chunk)),
          allowPrivate: true,
        });
        if (answer.status !== 201) throw new Error(`HTTP ${answer.status}`);
      }
    };
    await Promise.all([work(), work(), work(), work()]);
  };
  try {
    const sync = await race({ prepare: begin('endpoint'), run: upload }, { prepare: begin('raw'), run: raw });
    const both = { ours: { ...sync.ours, ms: freezing.ours.ms + sync.ours.ms }, baseline: sync.baseline };
    const note = `${recipients} recipients`;
    return [
      against('package', undefined, freezing, note),
      against('sync', undefined, sync, note),
      against('package and sync, against the upload', 1.5, both, note),
    ];
  } finally {
    await server.stop();
  }
};

async function specOf({ ctx, asOf, sql }: World): Promise<DeliverySpec> {
  await countCampaign(ctx, everyone, { asOf: asOf.instant });
  return sql(async (connection) => {
    const plan = await planFor(ctx, connection, everyone, { asOf: asOf.instant });
    const message = messagesOf(everyone, plan).find((m) => m.activity.id === 'newsletter');
    if (!message) throw new Error('the email is not assessed');
    const { columns, query } = recipientsQuery(message.assessment, message.table, []);
    return {
      campaign: everyone.id,
      message: 'newsletter',
      channel: 'email',
      wave: '1',
      frozenAt: asOf.instant,
      columns,
      select: printQuery(query, duckdb),
      waterfall: await readWaterfall(connection, message.table, message.assessment, 0),
      content: { 'body.html': '<p>Hello</p>' },
      validity: { sendAt: null, zone: 'Europe/Paris', expiresAt: null },
    };
  });
}
