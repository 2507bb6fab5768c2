import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const schema = z.strictObject({ pid: z.number().int().positive(), url: z.string() });

/** Who serves this home folder, and where. `url` holds the token, so the file is readable by its owner only. */
export type Lock = z.infer<typeof schema>;

const lockFile = (home: string) => path.join(home, 'browser-shell.json');

/** The running shell of this home folder; undefined when there is none, or the one that was has died. */
export function runningShell(home: string): Lock | undefined {
  let text: string;
  try {
    text = readFileSync(lockFile(home), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const lock = readLock(text);
  return lock && isAlive(lock.pid) ? lock : undefined;
}

/**
 * Takes the lock. The file is written whole beside its name and linked to it, so nobody reads half of it and only one of two takes it.
 * @returns undefined when taken, or the shell that holds it
 */
export function takeLock(home: string, lock: Lock): Lock | undefined {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const own = `${lockFile(home)}.${lock.pid}`;
  rmSync(own, { force: true });
  writeFileSync(own, JSON.stringify(lock), { mode: 0o600, flag: 'wx' });
  try {
    for (;;) {
      try {
        linkSync(own, lockFile(home));
        return undefined;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
      const holder = runningShell(home);
      if (holder) return holder;
      discardStale(home, lock.pid);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moves a dead shell's file away under a name of our own first, so that a lock taken meanwhile is seen and put back. */
function discardStale(home: string, pid: number): void {
  const aside = `${lockFile(home)}.${pid}.stale`;
  try {
    renameSync(lockFile(home), aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = readLock(readFileSync(aside, 'utf8'));
  if (moved && isAlive(moved.pid)) renameSync(aside, lockFile(home));
  else rmSync(aside);
}

export function releaseLock(home: string, pid: number): void {
  if (runningShell(home)?.pid === pid) rmSync(lockFile(home), { force: true });
}

function readLock(text: string): Lock | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user exists too.
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
