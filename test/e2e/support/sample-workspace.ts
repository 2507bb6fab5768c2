import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const cli = path.resolve(import.meta.dirname, '../../../out/cli/index.cjs');

export const muster = (...args: string[]) => execFileSync('node', [cli, ...args], { stdio: 'pipe' });

const made = new Map<string, string>();

/** A workspace made once for every test of this process. @returns its folder, of which `copyTo` makes copies */
export function once(name: string, make: (folder: string) => void): string {
  const before = made.get(name);
  if (before !== undefined) return before;
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'muster-sample-')), 'sample');
  process.once('exit', () => rmSync(path.dirname(folder), { recursive: true, force: true }));
  make(folder);
  made.set(name, folder);
  return folder;
}

export function copyTo(home: string, from: string): string {
  const folder = path.join(home, 'sample');
  cpSync(from, folder, { recursive: true });
  return folder;
}

/** Puts a sample workspace of its own into a home. @returns its folder */
export function copySample(home: string): string {
  return copyTo(
    home,
    once('sample', (folder) => muster('new', folder, '--sample')),
  );
}

/** The sample with a second audience beside its own, and its campaign run: no place of it is empty. */
export function makeFullSample(folder: string, customers = 20_000): void {
  const gold = "SELECT customer_id FROM customers WHERE loyalty_tier = 'gold'";
  muster('new', folder, '--sample', '--customers', String(customers));
  muster('audience', folder, 'gold', 'save', '--dimension', 'customers', '--sql', gold);
  muster('run', folder, 'autumn-return', '--confirm');
}

/** @returns its folder */
export function copyFullSample(home: string, customers = 20_000): string {
  return copyTo(
    home,
    once(`full/${customers}`, (folder) => makeFullSample(folder, customers)),
  );
}
