import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram } from './programs/build-program';

/** A namespace of its own, in which a small disk can be mounted that nobody else sees. */
const apart = process.getuid?.() === 0 ? ['-m'] : ['-r', '-m'];
const canMount = spawnSync('unshare', [...apart, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;
if (!canMount) console.log('skipped: a small disk needs Linux with `unshare` and leave to mount; run as root or allow user namespaces');

let base = '';
let program = '';
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'muster-full-'));
  program = await buildProgram('fill-disk', base);
  await mkdir(join(base, 'disk'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

function onSmallDisk(script: string): string {
  const disk = join(base, 'disk');
  const text = `set -e; mount -t tmpfs -o size=256k tmpfs "$1"; ${script}`;
  return execFileSync('unshare', [...apart, 'sh', '-c', text, 'sh', disk, process.execPath, program], { encoding: 'utf8' });
}

test.skipIf(!canMount)('a full disk is told, keeps the old file, and is forgotten once there is room', () => {
  const said = onSmallDisk('"$2" "$3" "$1"').trim().split('\n');
  expect(said).toEqual(['before saved before', 'full disk-full before', 'kept before', 'after saved after']);
});

test.skipIf(!canMount)('a read-only disk is told and keeps the old file', () => {
  const said = onSmallDisk('"$2" "$3" "$1" > /dev/null; mount -o remount,ro "$1"; "$2" "$3" "$1" read-only').trim();
  expect(said).toBe('locked folder-not-writable after');
});
