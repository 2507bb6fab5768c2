import type { FileHandle } from 'node:fs/promises';
import { type Disk, realDisk } from '../../../../electron/host/files/disk';

/**
 * The real disk, whose call number `at` (from 0) and every later one up to `heal` fails with the system's code.
 * Removing a file still works, as it does on a full disk.
 */
export function failingDisk(at: number, code: string): { disk: Disk; calls: () => number; heal: () => void } {
  let count = 0;
  let healed = false;
  const check = () => {
    count += 1;
    if (!healed && count > at) throw Object.assign(new Error(`${code}: injected`), { code });
  };
  async function checked<T>(call: () => Promise<T>): Promise<T> {
    check();
    return call();
  }
  const watched = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        if (name === 'writeFile') return (content: Uint8Array | string) => half(target, content, check);
        if (name === 'sync') return () => checked(() => target.sync());
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
  const disk: Disk = {
    open: (...args) => checked(async () => watched(await realDisk.open(...args))),
    rename: (...args) => checked(() => realDisk.rename(...args)),
    link: (...args) => checked(() => realDisk.link(...args)),
    copyFile: (...args) => checked(() => realDisk.copyFile(...args)),
    rm: realDisk.rm,
    mkdir: (path, options) => checked(() => realDisk.mkdir(path, options)),
  };
  const heal = () => {
    healed = true;
  };
  return { disk, calls: () => count, heal };
}

/** A write that fails has already written a part. */
async function half(handle: FileHandle, content: Uint8Array | string, check: () => void): Promise<void> {
  const bytes = Buffer.from(content);
  await handle.writeFile(bytes.subarray(0, bytes.length >> 1));
  check();
  await handle.write(bytes, bytes.length >> 1);
}
