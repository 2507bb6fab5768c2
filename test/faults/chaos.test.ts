import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEndpoint } from '../../electron/endpoint/start-endpoint';
import { tempFolder } from '../support/delivery';
import { testSecret } from '../support/delivery-secret';
import { type FaultProxy, seeded, startFaultProxy } from '../support/fault-proxy';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundles = join(root, 'out', `chaos-${process.pid}`);
const campaigns = process.env.MUSTER_LONG ? 500 : 20;
const rows = 2000;
const seed = Number(process.env.MUSTER_SEED ?? Math.floor(Math.random() * 2 ** 31));
const faults =
  '500:0.04,429:0.04:0,503:0.02,404:0.02,html:0.02,drop:0.02,ack:0.05,crash-before:0.01,crash-written:0.02,crash-published:0.02,skew:2400';
const points = [
  'write:chunk',
  'written:chunk',
  'write:manifest',
  'written:manifest',
  'sent:manifest',
  'send:chunks',
  'sent:chunks',
  'send:commit',
  'sent:commit',
  'write:receipt',
  'written:receipt',
  'sent:content',
];

let scratch: string;
const alive = new Set<ChildProcess>();

beforeAll(async () => {
  scratch = await tempFolder();
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      target: 'node20',
      outDir: bundles,
      rollupOptions: {
        input: Object.fromEntries(['client', 'endpoint', 'naive'].map((name) => [name, join(root, `test/faults/chaos/${name}.ts`)])),
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
});

afterAll(async () => {
  for (const child of alive) child.kill('SIGKILL');
  await rm(bundles, { recursive: true, force: true });
  await rm(scratch, { recursive: true, force: true });
});

function run(name: string, ...given: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(bundles, `${name}.mjs`), ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  alive.add(child);
  child.on('exit', () => alive.delete(child));
  return child;
}

/** Keeps a server alive behind the proxy, whoever kills it, until told to stop. */
function keepAlive(proxy: FaultProxy, start: (life: number) => ChildProcess) {
  let stopped = false;
  let deaths = 0;
  let child: ChildProcess | undefined;
  const begin = () => {
    child = start(deaths);
    child.stdout?.once('data', (port: Buffer) => proxy.to(Number(port.toString())));
    child.once('exit', () => {
      if (stopped) return;
      deaths += 1;
      begin();
    });
  };
  begin();
  return {
    kill: () => child?.kill('SIGKILL'),
    deaths: () => deaths,
    stop: () =>
      new Promise<void>((resolve) => {
        stopped = true;
        child?.once('exit', () => resolve());
        child?.kill('SIGKILL');
      }),
  };
}

/** @returns the exit code, or null when it was killed */
function life(child: ChildProcess, killAfter: number | undefined): Promise<number | null> {
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve) =>
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    }),
  );
}

/** Starts the client until it says it is done, killing it on the way. */
async function untilDone(random: () => number, start: (attempt: number) => ChildProcess, between: () => void): Promise<number> {
  let kills = 0;
  for (let attempt = 0; attempt < 40; attempt++) {
    const killAfter = attempt < 4 && random() < 0.5 ? 250 + random() * 600 : undefined;
    between();
    const code = await life(start(attempt), killAfter);
    if (code === 0) return kills;
    if (code === null) kills += 1;
  }
  throw new Error('the client never finished');
}

test('every recipient is delivered exactly once, whatever happens', async () => {
  console.log(`chaos: MUSTER_SEED=${seed}`);
  const random = seeded(seed);
  const dir = join(scratch, 'endpoint');
  const proxy = await startFaultProxy(seeded(seed + 1), 0.25);
  const server = keepAlive(proxy, (deaths) => run('endpoint', dir, faults, String(seed + 100 + deaths)));
  let kills = 0;
  const one = async (campaign: string) => {
    const workspace = join(scratch, campaign);
    await mkdir(workspace);
    kills += await untilDone(
      random,
      (attempt) =>
        run(
          'client',
          workspace,
          proxy.url,
          campaign,
          String(rows),
          attempt < 2 ? (points[Math.floor(random() * points.length)] ?? '') : '',
        ),
      () => {
        if (random() < 0.15) setTimeout(server.kill, random() * 500);
        if (random() < 0.15) {
          proxy.outage = true;
          setTimeout(() => {
            proxy.outage = false;
          }, 300);
        }
      },
    );
  };
  const names = Array.from({ length: campaigns }, (_, n) => `c${n}`);
  const queue = names.values();
  await Promise.all(
    [1, 2].map(async () => {
      for (const name of queue) await one(name);
    }),
  );
  await server.stop();
  await proxy.close();

  const after = await startEndpoint({ dir, port: 0, secret: testSecret });
  const effects = await after.ledger();
  await after.close();
  console.log(`chaos: client kills ${kills}, endpoint deaths ${server.deaths()}, ${JSON.stringify(proxy.met)}`);
  const got = new Map<string, number>();
  for (const { campaign, recipient_id } of effects)
    got.set(`${campaign} ${recipient_id}`, (got.get(`${campaign} ${recipient_id}`) ?? 0) + 1);
  const expected = campaigns * (rows + 2);
  expect({ lost: expected - got.size, duplicated: effects.length - got.size }).toEqual({ lost: 0, duplicated: 0 });
  expect(names.map((name) => effects.filter((effect) => effect.campaign === name).length)).toEqual(names.map(() => rows + 2));
  expect(kills).toBeGreaterThan(campaigns / 4);
  expect(server.deaths()).toBeGreaterThan(0);
});

test('the same faults catch a client that only retries', async () => {
  const random = seeded(seed);
  const proxy = await startFaultProxy(seeded(seed + 2), 0.25);
  const ledger = join(scratch, 'naive.txt');
  const server = keepAlive(proxy, () => run('naive', 'server', ledger));
  const naiveRows = 20_000;
  await untilDone(
    random,
    () => run('naive', 'client', proxy.url, String(naiveRows)),
    () => undefined,
  );
  await server.stop();
  await proxy.close();
  const got = (await readFile(ledger, 'utf8')).split('\n').filter((line) => line !== '');
  const distinct = new Set(got).size;
  console.log(`naive: ${naiveRows} rows sent, ${got.length - distinct} duplicated`);
  expect(got.length - distinct).toBeGreaterThan(0);
});
