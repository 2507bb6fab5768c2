import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram } from './programs/build-program';

const apart = process.getuid?.() === 0 ? ['-m'] : ['-r', '-m'];
const canMount = spawnSync('unshare', [...apart, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;
if (!canMount) console.log('skipped: a small disk needs Linux with `unshare` and leave to mount; run as root or allow user namespaces');

let base = '';
let program = '';
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'muster-import-full-'));
  program = await buildProgram('import-until-full', base, ['@duckdb/node-api']);
  await mkdir(join(base, 'disk'));
  await mkdir(join(base, 'outside'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

test.skipIf(!canMount)('an import that fills the disk leaves data and documents as they were, and the next one works', () => {
  const script = 'set -e; mount -t tmpfs -o size=7m tmpfs "$1"; "$2" "$3" "$1" "$4"';
  const said = execFileSync(
    'unshare',
    [...apart, 'sh', '-c', script, 'sh', join(base, 'disk'), process.execPath, program, join(base, 'outside')],
    {
      encoding: 'utf8',
    },
  );
  const [first, full, crowded, after] = said.trim().split('\n');
  expect(first).toBe('first loaded 2 Ana 2 1');
  expect(full).toMatch(/^full \S+ 2 Ana 2 1$/);
  expect(full).not.toContain('loaded');
  expect(crowded).toBe('crowded disk-full 2 Ana 2 1');
  expect(after).toBe('after loaded 1 Cy 1 2');
});
