import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const cliFile = join(root, 'out/cli/index.cjs');

/** Builds the command line unless what is built is as new as its sources. Test files that run side by side wait for each other. */
export async function buildCli(): Promise<void> {
  const lock = join(root, 'out/cli.lock');
  mkdirSync(join(root, 'out'), { recursive: true });
  while (!taken(lock)) await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    const newest = Math.max(...['core', 'electron', 'package.json'].map((part) => changed(join(root, part))));
    if (changed(cliFile) < newest) execFileSync(process.execPath, ['build/build.mjs', 'cli'], { cwd: root, stdio: 'pipe' });
  } finally {
    rmSync(lock, { recursive: true });
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // One left by a test that was killed.
    if (Date.now() - changed(lock) > 60_000) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function changed(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))));
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  process: ChildProcess;
  ended: Promise<Ended>;
  /** Resolves when stdout or stderr holds the text. */
  says(text: string): Promise<string>;
}

/** Starts `muster` as people do: the built file in a process of its own. */
export function startMuster(args: readonly string[], options: { cwd?: string; env?: Record<string, string>; file?: string } = {}): Running {
  const child = spawn(process.execPath, [options.file ?? cliFile, ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  const heard = () => {
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    heard();
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  const says = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if ((stdout + stderr).includes(text)) resolve(stdout);
      };
      listeners.add(look);
      void ended.then(() => reject(new Error(`ended without saying “${text}”: ${stdout}${stderr}`)));
      look();
    });
  return { process: child, ended, says };
}

export const muster = (...args: string[]): Promise<Ended> => startMuster(args).ended;
