import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFiles } from '../../electron/host/files/create-files';
import { lastBreak } from '../../electron/host/store/audit-chain';
import { openStore } from '../../electron/host/store/open-store';
import { buildProgram } from './programs/build-program';

const rounds = process.env.MUSTER_LONG ? 2000 : 120;
const seed = Number(process.env.MUSTER_SEED ?? Date.now() % 1_000_000);

let base = '';
let program = '';
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'muster-kill-'));
  program = await buildProgram('save-forever', base);
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Saves from `first` on until it is killed, some milliseconds after its first acknowledged save. @returns the last one acknowledged */
async function saveAndKill(folder: string, first: number, together: number, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [program, folder, `${first}`, `${together}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let acknowledged = '';
  let complaint = '';
  child.stderr.on('data', (piece) => {
    complaint += piece;
  });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
  child.stdout.on('data', (piece) => {
    acknowledged += piece;
  });
  const signal = await new Promise((resolve) => child.on('close', (_code, name) => resolve(name)));
  expect(complaint).toBe('');
  expect(signal).toBe('SIGKILL');
  const whole = acknowledged.slice(0, acknowledged.lastIndexOf('\n')).split('\n');
  return Math.max(...whole.map(Number));
}

/** Checks that nothing is torn. @returns the last save found */
async function check(folder: string): Promise<number> {
  const store = await openStore(createFiles(folder), 'workspace.db');
  try {
    const last = Number(store.read('campaign', 'right')?.name);
    expect(store.read('campaign', 'left')?.name).toBe(`${last}`);
    const numbered = store.list('campaign').filter((c) => c.id.startsWith('n'));
    const expected = Array.from({ length: Math.min(40, last) }, (_, i) => last - i).map((n) => [`n${n}`, `${n}`, 1 + (n % 100)]);
    expect(numbered.map((c) => [c.id, c.name, c.seed.length])).toEqual(expected.sort(([a], [b]) => (`${a}` < `${b}` ? -1 : 1)));
    expect(store.audit().map((e) => e.details.n)).toEqual(Array.from({ length: Math.floor(last / 10) }, (_, i) => (i + 1) * 10));
    expect(lastBreak(store.audit())).toBeUndefined();
    return last;
  } finally {
    await store.close();
  }
}

test(`${rounds} kills while saving lose no acknowledged save and tear nothing`, async () => {
  const random = randomFrom(seed);
  let folder = '';
  let last = 0;
  let saves = 0;
  for (let round = 0; round < rounds; round += 1) {
    if (round % 40 === 0) {
      folder = await mkdtemp(join(base, 'workspace-'));
      last = 0;
    }
    const together = 1 + Math.floor(random() * 4);
    const wait = Math.floor(random() * 60);
    try {
      const acknowledged = await saveAndKill(folder, last + 1, together, wait);
      const found = await check(folder);
      expect(found).toBeGreaterThanOrEqual(acknowledged);
      saves += acknowledged - last;
      last = found;
    } catch (error) {
      throw new Error(`round ${round} of MUSTER_SEED=${seed}, ${together} at a time, killed after ${wait} ms`, { cause: error });
    }
  }
  console.log(`${rounds} kills, ${saves} acknowledged saves, none lost, none torn (MUSTER_SEED=${seed})`);
});
