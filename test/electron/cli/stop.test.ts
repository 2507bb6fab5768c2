import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildCli, cliFile, muster, type Running, startMuster } from '../../support/cli';
import { documentIn, done, refusedWith, shapes } from './shapes';

const folder = mkdtempSync(join(tmpdir(), 'muster-cli-'));
const ws = join(folder, 'shop');
const started: Running[] = [];

function start(...args: string[]): Running {
  const running = startMuster(args, { env: { MUSTER_HOME: join(folder, 'home') } });
  started.push(running);
  return running;
}

beforeAll(async () => {
  await buildCli();
  expect((await muster('new', ws, '--sample', '--customers', '50')).code).toBe(0);
}, 120_000);
afterEach(() => {
  for (const { process } of started.splice(0)) process.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const endless =
  'SELECT count(*) FROM orders a, orders b, orders c, orders d, orders e WHERE a.total + b.total + c.total + d.total + e.total = 1.23';

it('stops a long query on the first Ctrl-C and leaves the workspace closed', async () => {
  const query = start('sql', ws, endless, '--json');
  await query.says('Querying');
  await new Promise((resolve) => setTimeout(resolve, 500));
  query.process.kill('SIGINT');
  refusedWith(1, 'cancelled', await query.ended);
  expect(existsSync(join(ws, 'workspace.lock'))).toBe(false);
}, 60_000);

it('says which of several tables are loaded when it is stopped, and keeps those', async () => {
  const at = (name: string) => join(folder, name);
  writeFileSync(at('one.csv'), 'id,name\n1,Ana\n');
  writeFileSync(at('two.csv'), ['id,name', ...Array.from({ length: 400_000 }, (_, n) => `${n},name ${n}`), ''].join('\n'));
  writeFileSync(at('three.csv'), 'id,name\n3,Bo\n');
  const loading = start('import', ws, at('one.csv'), at('two.csv'), at('three.csv'), '--json');
  await loading.says('two: staging');
  loading.process.kill('SIGINT');
  const stopped = refusedWith(1, 'cancelled', await loading.ended);
  expect(stopped.import?.files.map((f) => f.entity.name)).toEqual(['one']);
  expect(stopped.import?.unloaded).toEqual([at('two.csv'), at('three.csv')]);
  expect((await done(shapes.model, 'model', ws)).entities.filter((e) => ['one', 'two', 'three'].includes(e.name))).toHaveLength(1);
}, 60_000);

it('leaves nothing of a sample that was stopped half-way', async () => {
  const big = join(folder, 'big');
  const making = start('new', big, '--sample', '--customers', '100000', '--json');
  await making.says('customers.csv');
  making.process.kill('SIGINT');
  refusedWith(1, 'cancelled', await making.ended);
  expect(readdirSync(big)).toEqual([]);
}, 60_000);

it('serves an endpoint until it is stopped', async () => {
  const endpoint = start('endpoint', '--dir', join(folder, 'endpoint'), '--json');
  const { url, secret } = documentIn(shapes.endpoint, await endpoint.says('"endpoint"'));
  expect(secret).toMatch(/^whsec_/);
  expect((await fetch(`${url}/v1/deliveries/0`)).status).toBe(400);
  const taken = start('endpoint', '--dir', join(folder, 'other'), '--port', new URL(url).port, '--json');
  refusedWith(1, 'cli-port-taken', await taken.ended);
  endpoint.process.kill('SIGINT');
  expect((await endpoint.ended).code).toBe(0);
}, 60_000);

it('serves a workspace to the browser until it is stopped', async () => {
  // Beside the build, so that the database binding is found, with a window of its own.
  const built = mkdtempSync(join(dirname(dirname(cliFile)), 'serve-'));
  try {
    mkdirSync(join(built, 'cli'));
    for (const name of readdirSync(dirname(cliFile))) copyFileSync(join(dirname(cliFile), name), join(built, 'cli', name));
    const file = join(built, 'cli/index.cjs');
    refusedWith(1, 'cli-no-window', await startMuster(['serve', ws, '--json'], { file }).ended);
    mkdirSync(join(built, 'renderer'));
    writeFileSync(join(built, 'renderer/index.html'), '<!doctype html><title>Window</title>');
    const serving = startMuster(['serve', ws, '--json'], { file, env: { MUSTER_HOME: join(folder, 'home') } });
    started.push(serving);
    const { url } = documentIn(shapes.serve, await serving.says('"serve"'));
    expect(await (await fetch(url)).text()).toContain('Window');
    refusedWith(1, 'workspace-in-use', await start('count', ws, 'autumn-return', '--json').ended);
    serving.process.kill('SIGINT');
    expect((await serving.ended).code).toBe(0);
    expect(existsSync(join(ws, 'workspace.lock'))).toBe(false);
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}, 60_000);
