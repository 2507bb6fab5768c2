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
  base = await mkdtemp(join(tmpdir(), 'muster-deliver-full-'));
  program = await buildProgram('deliver-until-full', base, ['@duckdb/node-api']);
  await mkdir(join(base, 'disk'));
  await mkdir(join(base, 'outside'));
}, 60_000);
afterAll(() => rm(base, { recursive: true, force: true }));

test.skipIf(!canMount)(
  'a full disk leaves nothing that looks frozen, written or delivered, and all is done once there is room',
  () => {
    const script = 'set -e; mount -t tmpfs -o size=16m tmpfs "$1"; "$2" "$3" "$1" "$4"';
    const said = execFileSync(
      'unshare',
      [...apart, 'sh', '-c', script, 'sh', join(base, 'disk'), process.execPath, program, join(base, 'outside')],
      { encoding: 'utf8' },
    );
    expect(said.trim().split('\n')).toEqual([
      'freeze with 0: disk-full []',
      'freeze with 300000: disk-full []',
      'freeze with 3000000: disk-full []',
      'freeze with room: done [chunk content manifest.json]',
      'sync: disk-full [chunk content manifest.json]',
      'sync with room: done [chunk content manifest.json receipt.json]',
      'delivered: 45002',
      'mail without room for the text: disk-full []',
      'mail without room for half of the text: disk-full []',
      'mail without room for its encoding: disk-full []',
      'mail without room for the manifest: disk-full []',
      'mail with room: done [mail.csv manifest.json]',
    ]);
  },
  120_000,
);
