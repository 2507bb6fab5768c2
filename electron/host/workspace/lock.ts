import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../core/base/errors';
import type { Clock } from '../../../core/ports/clock';
import { readError, saveError, systemCode } from '../files/errors';
import { layout } from './layout';
import { isAlive, processMark } from './process-mark';

const holder = z.object({ pid: z.number().int(), mark: z.string().nullable(), machine: z.string(), user: z.string(), since: z.string() });
type Holder = z.infer<typeof holder>;

function self(clock: Clock): Holder {
  return {
    pid: process.pid,
    mark: processMark(process.pid),
    machine: hostname(),
    user: userInfo().username,
    since: new Date(clock.now()).toISOString(),
  };
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw readError(error, file);
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    return holder.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A process of another machine cannot be looked at, so it counts as running. */
function isRunning({ pid, mark, machine }: Holder): boolean {
  if (machine !== hostname()) return true;
  return isAlive(pid) && (mark === null || processMark(pid) === mark);
}

/** Gives the lock file its name with its content already in it. @returns false when there is one */
async function claim(file: string, text: string): Promise<boolean> {
  const temporary = join(dirname(file), `.${layout.lock}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await link(temporary, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(systemCode(error))) throw saveError(error, file);
    return claimWithoutLinks(file, text);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

async function claimWithoutLinks(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw saveError(error, file);
  }
}

/** Takes a dead holder's lock away, unless somebody else has just replaced it. */
async function clearStale(file: string, stale: string): Promise<void> {
  const aside = join(dirname(file), `.${layout.lock}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await rename(file, aside);
    if ((await readText(aside)) !== stale) await link(aside, file);
    await rm(aside, { force: true });
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(systemCode(error))) throw saveError(error, file);
  }
}

/** Whether another process holds the workspace now. */
export async function isHeldElsewhere(folder: string): Promise<boolean> {
  const found = holderIn((await readText(join(folder, layout.lock))) ?? '');
  const isOurs = found?.pid === process.pid && found.machine === hostname();
  return found !== undefined && !isOurs && isRunning(found);
}

export interface Lock {
  release(): Promise<void>;
}

/**
 * Holds the workspace for this process. A lock of a process that no longer runs is taken over.
 * @throws AppError `workspace-in-use`, `folder-not-writable`, `disk-full`
 */
export async function lockWorkspace(folder: string, clock: Clock): Promise<Lock> {
  const file = join(folder, layout.lock);
  const text = JSON.stringify(self(clock));
  for (let tries = 0; !(await claim(file, text)); tries += 1) {
    const found = await readText(file);
    if (found === undefined) continue;
    const other = holderIn(found);
    if (other !== undefined && (isRunning(other) || tries > 20)) {
      const { user, machine, pid, since } = other;
      throw new AppError('workspace-in-use', { folder, user, machine, pid, since, lock: file });
    }
    await clearStale(file, found);
  }
  return {
    async release() {
      if ((await readText(file)) === text) await rm(file, { force: true });
    },
  };
}
