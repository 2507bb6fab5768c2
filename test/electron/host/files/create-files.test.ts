import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Hex } from '../../../../core/base/hashing';
import { removeLeftovers } from '../../../../electron/host/files/clean';
import { createFiles } from '../../../../electron/host/files/create-files';
import { realDisk } from '../../../../electron/host/files/disk';
import { failingDisk } from './failing-disk';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const text = async (name: string) => readFile(join(folder, name), 'utf8');

test.each(['../out', '/etc/passwd', 'a/../../out', 'C:\\x', 'C:x', 'a\\b', 'a\0b'])(
  'a path that leads out is refused: %j',
  async (path) => {
    const files = createFiles(folder);
    expect(() => files.resolve(path)).toThrow(expect.objectContaining({ code: 'path-outside' }));
    await expect(files.write(path, 'x')).rejects.toMatchObject({ code: 'path-outside' });
    await expect(files.remove(path)).rejects.toMatchObject({ code: 'path-outside' });
  },
);

test('a link that leads out is not followed', async () => {
  const inside = join(folder, 'inside');
  await mkdir(inside);
  await writeFile(join(folder, 'secret'), 'secret');
  await symlink(folder, join(inside, 'way'));
  await symlink(join(folder, 'secret'), join(inside, 'file'));
  const files = createFiles(inside);
  await expect(files.read('way/secret')).rejects.toMatchObject({ code: 'path-outside' });
  await expect(files.read('file')).rejects.toMatchObject({ code: 'path-outside' });
  await expect(files.remove('way/secret')).rejects.toMatchObject({ code: 'path-outside' });
  await files.write('file', 'mine');
  expect(await text('secret')).toBe('secret');
});

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'folder-not-writable'],
  ['EIO', 'save-failed'],
])('%s at any call leaves the old file or the new, and is told as %s', async (system, code) => {
  await createFiles(folder).write('a', 'old');
  for (let at = 0; ; at += 1) {
    const { disk, calls } = failingDisk(at, system);
    const outcome = await createFiles(folder, disk)
      .write('a', 'new content', { keep: 'a.kept' })
      .catch((error: unknown) => error);
    if (calls() <= at) break;
    expect(outcome).toMatchObject({ code, details: { file: join(folder, 'a') } });
    expect(['old', 'new content']).toContain(await text('a'));
  }
  expect(await text('a')).toBe('new content');
  expect((await readdir(folder)).sort()).toEqual(['a', 'a.kept']);
});

test('a rename that is refused for a moment is tried again', async () => {
  let refusals = 2;
  const disk = {
    ...realDisk,
    rename: async (from: Parameters<typeof realDisk.rename>[0], to: Parameters<typeof realDisk.rename>[1]) => {
      if (refusals-- > 0) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
      await realDisk.rename(from, to);
    },
  };
  await createFiles(folder, disk).write('a', 'x');
  expect(await text('a')).toBe('x');
});

test('without hard links the kept file is a copy', async () => {
  const disk = { ...realDisk, link: () => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' })) };
  const files = createFiles(folder, disk);
  await files.write('a', '1', { keep: 'b' });
  await files.write('a', '2', { keep: 'b' });
  await files.write('a', '3', { keep: 'b' });
  expect([await text('a'), await text('b')]).toEqual(['3', '2']);
});

test('publish refuses a taken name unless it may replace', async () => {
  const files = createFiles(folder);
  await files.makeFolder('out/deep');
  await files.write('a', 'new');
  await files.write('out/deep/b', 'old');
  await expect(files.publish('a', 'out/deep/b')).rejects.toMatchObject({ code: 'file-exists' });
  expect([await text('a'), await text('out/deep/b')]).toEqual(['new', 'old']);
  await files.publish('a', 'out/deep/b', { replace: true });
  await files.publish('out/deep/b', 'c');
  expect(await text('c')).toBe('new');
  expect(await files.list('out/deep')).toEqual([]);
  await expect(files.publish('none', 'd')).rejects.toMatchObject({ code: 'file-missing' });
  await expect(files.publish('out', 'c')).rejects.toMatchObject({ code: 'file-exists' });
  await files.publish('out', 'moved');
  expect(await files.list('moved')).toEqual(['deep']);
});

test('digest is the SHA-256 and the size of the bytes', async () => {
  const files = createFiles(folder);
  const long = 'añb'.repeat(1_000_000);
  await files.write('a', long);
  expect(await files.digest('a')).toEqual({ sha256: sha256Hex(long), bytes: Buffer.byteLength(long) });
  await expect(files.digest('none')).rejects.toMatchObject({ code: 'file-missing' });
});

test('unfinished files are removed and nothing else', async () => {
  const files = createFiles(folder);
  await files.makeFolder('a/b');
  for (const name of ['.x.0123456789ab.tmp', 'a/y.part', 'a/b/.z.csv.abcdefabcdef.tmp']) await writeFile(join(folder, name), 'half');
  for (const name of ['keep.tmp', 'a/.hidden', 'a/b/part']) await writeFile(join(folder, name), 'whole');
  expect(await removeLeftovers(folder)).toBe(3);
  expect([await files.list('.'), await files.list('a'), await files.list('a/b')]).toEqual([['a', 'keep.tmp'], ['.hidden', 'b'], ['part']]);
});

test('a folder is never removed as a whole, and a missing one is told', async () => {
  const files = createFiles(folder);
  await expect(files.remove('.')).rejects.toMatchObject({ code: 'path-outside' });
  await expect(files.write('none/a', 'x')).rejects.toMatchObject({ code: 'folder-missing' });
  await files.write('file', 'x');
  await expect(files.write('file/a', 'x')).rejects.toMatchObject({ code: 'folder-is-file' });
  expect(await files.exists('file/a')).toBe(false);
  expect((await stat(join(folder, 'file'))).size).toBe(1);
});
