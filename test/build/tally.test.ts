import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const at = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** Tests that end in every way a test can. */
const planted = {
  'ends.test.js': `test('fine', () => {}); test('wrong', () => { throw new Error('no'); }); test.skip('later', () => {}); test.todo('some day');`,
  'dies.test.js': `test('dies', () => process.kill(process.pid, 'SIGKILL'));`,
  'does-not-load.test.js': `import './not-there';`,
  'breaks-in-a-hook.test.js': `describe('group', () => { beforeAll(() => { throw new Error('no hook'); }); test('never begun', () => {}); });`,
  'throws-outside.test.js': `test('sends', async () => { setTimeout(() => { throw new Error('late'); }); await new Promise((go) => setTimeout(go, 200)); });`,
};

test('nothing that goes wrong is left out of the tally', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-tally-'));
  try {
    for (const [name, text] of Object.entries(planted)) writeFileSync(path.join(folder, name), text);
    writeFileSync(path.join(folder, 'vitest.config.mjs'), `export default { test: { globals: true, maxWorkers: 2 } };`);
    const file = path.join(folder, 'tally.json');
    const { status } = spawnSync(process.execPath, [at('node_modules/vitest/vitest.mjs'), 'run', `--reporter=${at('build/tally.mjs')}`], {
      cwd: folder,
      env: { ...process.env, MUSTER_TALLY: file },
      stdio: 'ignore',
    });
    expect(status).toBe(1);
    const tally = JSON.parse(readFileSync(file, 'utf8')) as { passed: string[]; failed: string[]; skipped: string[] };
    expect(tally.passed.sort()).toEqual(['ends.test.js: fine', 'throws-outside.test.js: sends']);
    expect(tally.skipped.sort()).toEqual([
      'breaks-in-a-hook.test.js: group > never begun',
      'ends.test.js: later',
      'ends.test.js: some day',
    ]);
    expect(tally.failed).toHaveLength(6);
    for (const part of [
      'ends.test.js: wrong',
      'dies.test.js: dies: never ended',
      'does-not-load.test.js: ',
      'breaks-in-a-hook.test.js: group: no hook',
      'late',
    ]) {
      expect(tally.failed.some((entry) => entry.startsWith(part))).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
