import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli, cliFile } from '../../../support/cli';

const folder = mkdtempSync(join(tmpdir(), 'muster-bundle-'));
const hook = join(folder, 'no-native.cjs');

beforeAll(async () => {
  await buildCli();
  writeFileSync(
    hook,
    `const Module = require('node:module');
const load = Module._load;
Module._load = function (name, ...rest) {
  if (name.startsWith('@duckdb/node-')) throw new Error('it is not made for this system');
  return load.call(this, name, ...rest);
};`,
  );
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('starts where the native engine cannot be loaded, and works on the portable one', () => {
  const muster = (...args: string[]) => execFileSync(process.execPath, ['-r', hook, cliFile, ...args], { encoding: 'utf8', stdio: 'pipe' });
  muster('new', join(folder, 'shop'), '--sample', '--customers', '60');
  expect(muster('sql', join(folder, 'shop'), 'SELECT count(*) AS n FROM customers', '--format', 'csv')).toBe('n\n60\n');
});
