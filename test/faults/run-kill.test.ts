import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instantOf } from '../../core/base/instant';
import { campaign as campaignSchema } from '../../core/model/campaign';
import { countCampaign } from '../../core/usecases/campaign/count-campaign';
import { runCampaign } from '../../core/usecases/campaign/run-campaign';
import { listDeliveries } from '../../core/usecases/delivery/list-deliveries';
import { createSample } from '../../core/usecases/sample/create-sample';
import { settleWorkspace } from '../../core/usecases/workspace/settle-workspace';
import { type HostContext, openContext } from '../../electron/host/context';
import { writeSampleFiles } from '../../electron/host/sample/write-sample-files';
import { createWorkspace, openWorkspace } from '../../electron/host/workspace/open-workspace';
import { buildProgram } from './programs/build-program';

const rounds = process.env.MUSTER_LONG ? 300 : 16;
const seed = Number(process.env.MUSTER_SEED ?? 11);
const works = ['run', 'import', 'count', 'save'] as const;
const asOf = '2026-03-01T09:00:00.000Z';
const clock = { now: () => Date.parse(asOf) };
const later = { now: () => clock.now() + 3_600_000 };
const parts = openContext();
let base = '';
let program = '';

/** The same numbers from 0 to 1 for the same seed: a hash of how many were drawn. */
function randomFrom(start: number): () => number {
  let drawn = 0;
  return () => createHash('sha256').update(`${start}:${drawn++}`).digest().readUInt32BE(0) / 2 ** 32;
}

async function using<T>(folder: string, work: (ctx: HostContext) => Promise<T>): Promise<T> {
  const workspace = await openWorkspace(folder, { ...parts.workspaceParts, clock });
  try {
    const ctx = parts.contextOf(workspace);
    const problems = await settleWorkspace(ctx, ctx.sources);
    expect([...workspace.notices.filter((n) => n.code !== 'data-recovered'), ...problems]).toEqual([]);
    return await work(ctx);
  } finally {
    await workspace.close();
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((f) => f.isFile())
    .map((f) => join(f.parentPath, f.name).slice(folder.length + 1))
    .sort();
}

/** Everything that a run leaves for others, byte by byte. */
async function outcome(folder: string) {
  return using(folder, async (ctx) => {
    const made = (await filesIn(folder)).filter((f) => /^(deliveries|exports)\//.test(f));
    const hashes = await Promise.all(
      made.map(async (f) => [
        f,
        createHash('sha256')
          .update(await readFile(join(folder, f)))
          .digest('hex'),
      ]),
    );
    const definition = ctx.store.read('audience', 'autumn-post')?.definition;
    const snapshot = definition?.kind === 'snapshot' ? { ...definition, takenAt: '' } : undefined;
    const connection = await ctx.connection();
    const tables = await connection.query(
      "SELECT table_schema, table_name FROM information_schema.tables WHERE table_catalog <> 'work' AND table_schema <> 'muster' ORDER BY ALL",
      { limit: 10_000 },
    );
    const memory = ctx.store.list('memory').flatMap((m) => m.queries.map((q) => q.table));
    const passed: (readonly [table: string | undefined, rows: number])[] = [];
    for (const table of memory) {
      const found = await connection.query(`SELECT count(*) FROM remembered."${table}"`, { limit: 1 });
      passed.push([table, Number(found.values[0]?.[0])]);
    }
    await connection.close();
    const documents = { runs: ctx.store.list('run'), memory: ctx.store.list('memory') };
    return { hashes, deliveries: await listDeliveries(ctx), ...documents, passed, snapshot, tables: tables.values };
  });
}

/** @returns whether it had ended its work before it was killed */
async function killed(folder: string, work: string, milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, folder, work, asOf], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  child.stderr.on('data', (piece) => {
    complaint += piece;
  });
  child.stdout.on('data', (piece) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    said += piece;
  });
  await new Promise((resolve) => child.on('close', resolve));
  expect(complaint).toBe('');
  return said.includes('done');
}

async function finish(folder: string) {
  return using(folder, async (ctx) => {
    const [campaign] = ctx.store.list('campaign');
    if (!campaign) throw new Error('the campaign is gone');
    const twin = ctx.store.read('campaign', 'twin');
    if (twin) expect(twin).toEqual({ ...campaign, id: 'twin' });
    const customers = ctx.store.read('entity', 'customers');
    const connection = await ctx.connection();
    const rows = await connection.query('SELECT count(*) FROM customers', { limit: 1 });
    await connection.close();
    expect([Number(rows.values[0]?.[0]), customers?.rows]).toEqual([300, 300]);
    const own = ctx.store.list('run').filter((r) => r.campaign === campaign.id);
    const passed = own.some((r) => r.state === 'signalling' || r.state === 'done');
    const counted = await countCampaign(ctx, campaign, { asOf });
    // A run that was begun is finished as of its own moment, whatever the time is now.
    const begun = ctx.store.list('run').some((r) => r.state === 'freezing');
    if (own.some((r) => r.state === 'done')) return { passed, counts: counted.counts };
    if (begun) await runCampaign({ ...ctx, clock: later }, campaign.id, { asOf: instantOf(later.now()) });
    else await runCampaign(ctx, campaign.id, { asOf });
    return { passed, counts: counted.counts };
  });
}

const transactional = {
  category: 'transactional',
  subject: 'News',
  from: { name: 'Shop', address: 'shop@example.test' },
  html: '<a href="https://shop.example/unsubscribe">unsubscribe</a>',
};

/** Lets the sample's campaign remember whom it passed on, and start another. */
async function steer(ctx: HostContext): Promise<void> {
  const [sample] = ctx.store.list('campaign');
  if (!sample) throw new Error('the sample has a campaign');
  const everyone = { kind: 'all', rules: [] };
  const flow = {
    activities: [
      ...sample.flow.activities,
      { id: 'new', type: 'incremental-query', dimension: 'customers', rule: everyone, memory: { kind: 'key', days: 0 } },
      { id: 'welcome', type: 'email', message: transactional },
      { id: 'end', type: 'end', signal: { campaign: 'follow-up', parameters: {} } },
    ],
    transitions: [
      ...sample.flow.transitions,
      { from: 'new', output: 'out', to: 'welcome', input: 0 },
      { from: 'welcome', output: 'out', to: 'end', input: 0 },
    ],
  };
  const followed = {
    activities: [
      { id: 'start', type: 'start', by: { kind: 'signal', variables: [] } },
      { id: 'people', type: 'build-audience', dimension: 'customers', rule: everyone },
      { id: 'thanks', type: 'email', message: transactional },
    ],
    transitions: [{ from: 'people', output: 'out', to: 'thanks', input: 0 }],
  };
  const documents = [
    campaignSchema.parse({ ...sample, flow }),
    campaignSchema.parse({ format: 1, id: 'follow-up', name: 'Follow-up', seed: 's', flow: followed }),
  ];
  await ctx.store.commit(documents.map((document) => ({ kind: 'campaign', id: document.id, document })));
}

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'muster-run-kill-'));
  program = await buildProgram('work-until-killed', base, ['@duckdb/node-api', '@duckdb/duckdb-wasm']);
  const workspace = await createWorkspace(
    join(base, 'template'),
    { name: 'Shop', zone: 'Europe/Paris' },
    { ...parts.workspaceParts, clock },
  );
  const ctx = parts.contextOf(workspace);
  await createSample(ctx, ctx.sources, writeSampleFiles, { customers: 300, seed: 'muster' });
  await steer(ctx);
  await workspace.close();
});
afterAll(async () => {
  await parts.close();
  await rm(base, { recursive: true, force: true });
});

function copyOf(name: string): string {
  const folder = join(base, name);
  cpSync(join(base, 'template'), folder, { recursive: true });
  return folder;
}

test(`${rounds} kills during runs, imports, counts and saves double nothing and lose nothing`, async () => {
  const model = copyOf('model');
  const before = await finish(model);
  const after = await finish(model);
  expect([before.passed, after.passed]).toEqual([false, true]);
  const expected = await outcome(model);
  expect(expected.deliveries.map((d) => d.message).sort()).toEqual(['newsletter', 'thanks', 'welcome']);
  expect(expected.passed.map(([, rows]) => rows)).toEqual([300]);
  const random = randomFrom(seed);
  const longest = { run: 1600, import: 700, count: 600, save: 700 };
  let early = 0;
  for (let round = 0; round < rounds; round++) {
    const work = works[round % works.length] ?? 'run';
    const wait = Math.floor(random() * longest[work]);
    const folder = copyOf(`round-${round}`);
    try {
      if (!(await killed(folder, work, wait))) early++;
      const found = await finish(folder);
      // What was done before the kill has passed everybody on.
      expect(found).toEqual(found.passed ? after : before);
      const left = await outcome(folder);
      // Another load is another version of the data, whose number is part of names inside; what goes out is the same.
      if (work === 'import') expect([left.hashes, left.deliveries]).toEqual([expected.hashes, expected.deliveries]);
      else expect(left).toEqual(expected);
      expect((await filesIn(folder)).filter((f) => /\.(tmp|part)$|^\.tmp\//.test(f))).toEqual([]);
      await rm(folder, { recursive: true });
    } catch (error) {
      throw new Error(`round ${round} of MUSTER_SEED=${seed}: ${work} killed after ${wait} ms`, { cause: error });
    }
  }
  expect(early).toBeGreaterThan(rounds / 4);
  console.log(`${rounds} kills, ${early} in the middle of their work, nothing doubled or lost (MUSTER_SEED=${seed})`);
});
