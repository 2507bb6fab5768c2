import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli, startMuster } from '../../support/cli';
import { documentIn, refusedWith, shapes } from './shapes';

const folder = mkdtempSync(join(tmpdir(), 'muster-cli-'));
const demo = (...args: string[]) => startMuster(['demo', '--customers', '200', '--json', ...args], { cwd: folder }).ended;

beforeAll(buildCli, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('does the whole job twice from any folder, and adds up', async () => {
  for (const _ of [1, 2]) {
    const { code, stdout, stderr } = await demo();
    expect(code, stderr).toBe(0);
    const { waterfalls, deliveries, mail, endpoint, folder: made } = documentIn(shapes.demo, stdout);
    expect(made).toBe(join(folder, 'muster-demo'));
    for (const w of waterfalls) expect(w.input).toBe(w.sent + w.exclusions.reduce((sum, e) => sum + e.rows, 0));
    const email = waterfalls.find((w) => w.activity === 'newsletter');
    expect(deliveries.map((d) => [d.state, d.recipients])).toEqual([['delivered', email?.sent]]);
    expect(endpoint).toEqual({ messages: (email?.sent ?? 0) + (email?.seeds ?? 0), sentTwice: 0 });
    expect(mail.map((m) => [m.message, m.balances, m.files.every((f) => f.intact)])).toEqual([['postcard', true, true]]);
    expect(readFileSync(join(made, 'summary.txt'), 'utf8')).toContain('What to try next');
  }
}, 120_000);

it('counts the same on the portable engine', async () => {
  const [native, wasm] = await Promise.all([demo('--out', 'native'), demo('--out', 'wasm', '--engine', 'wasm')]);
  expect(documentIn(shapes.demo, wasm.stdout).waterfalls).toEqual(documentIn(shapes.demo, native.stdout).waterfalls);
}, 120_000);

it('leaves a folder alone that it did not make', async () => {
  const foreign = join(folder, 'foreign');
  await startMuster(['new', foreign]).ended;
  writeFileSync(join(foreign, 'mine.txt'), 'mine');
  refusedWith(1, 'cli-not-a-demo', await demo('--out', foreign));
  expect(existsSync(join(foreign, 'mine.txt'))).toBe(true);
  refusedWith(1, 'folder-is-file', await demo('--out', join(foreign, 'mine.txt')));
});
