import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentIn, refusedWith, shapes } from '../electron/cli/shapes';
import { buildCli, muster, startMuster } from '../support/cli';

const long = process.env.MUSTER_LONG === '1';
const rowsInBlock = 10_000;
/** 10 GB where there is time. */
const blocks = long ? 15_000 : 60;
const rows = blocks * rowsInBlock;
/** Of the process that holds the engine. The small file shows only that nothing of it is kept. */
const mostMemoryMb = long ? 2048 : 900;

const folder = mkdtempSync(join(tmpdir(), 'muster-large-'));
const [file, workspace] = [join(folder, 'orders.csv'), join(folder, 'shop')];

beforeAll(async () => {
  await buildCli();
  await pipeline(Readable.from(orders()), createWriteStream(file));
  expect((await muster('new', workspace)).code).toBe(0);
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function* orders(): Generator<string> {
  yield 'order_id,customer_id,ordered_at,total,channel,note\n';
  for (let block = 0; block < blocks; block++) {
    let text = '';
    for (let i = 0; i < rowsInBlock; i++) {
      const n = block * rowsInBlock + i;
      const day = String((n % 28) + 1).padStart(2, '0');
      text += `${n},C${n % 900_007},2026-03-${day} 10:00:00,${n % 1000}.25,${n % 3 === 0 ? 'web' : 'store'},"note ${n * 7}, ${n % 97}"\n`;
    }
    yield text;
  }
}

const loading = () => startMuster(['import', workspace, file, '--entity', 'orders', '--key', 'order_id', '--json']);

/** Bytes of every file of the workspace, by path. */
function contents(): Map<string, number> {
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path, statSync(path).size]));
}

const sum = (values: Iterable<number>) => [...values].reduce((total, n) => total + n, 0);

test('a load that is stopped half-way leaves the workspace as it was', async () => {
  const before = contents();
  const running = loading();
  await running.says('staging');
  await new Promise((resolve) => setTimeout(resolve, long ? 20_000 : 300));
  running.process.kill('SIGINT');
  const stopping = Date.now();
  refusedWith(1, 'cancelled', await running.ended);
  console.log(`stopped after ${Date.now() - stopping} ms`);
  const after = contents();
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(sum(after.values()) - sum(before.values())).toBeLessThan(1_000_000);
}, 120_000);

test.skipIf(process.platform !== 'linux')(
  'a large file is loaded in bounded memory',
  async () => {
    const running = loading();
    let peakKb = 0;
    const watch = setInterval(() => (peakKb = Math.max(peakKb, peakOf(running.process.pid))), 100);
    const { code, stdout, stderr } = await running.ended.finally(() => clearInterval(watch));
    expect(code, stderr).toBe(0);
    console.log(`${statSync(file).size} bytes, ${rows} rows, at most ${Math.round(peakKb / 1024)} MB of memory`);
    expect(documentIn(shapes.import, stdout).files).toMatchObject([{ read: rows, rejected: 0, loaded: rows }]);
    expect(peakKb / 1024).toBeGreaterThan(50);
    expect(peakKb / 1024).toBeLessThan(mostMemoryMb);
  },
  3_600_000,
);

/** Most resident memory of a process so far, in kB; 0 once it is gone. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
