import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file of the repository that git does not ignore, relative to the root, with forward slashes. */
export const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((name) => name !== '' && existsSync(path.join(root, name)));

/** The text of a file of the repository, or undefined when it is not text. */
export function textOf(name: string): string | undefined {
  const bytes = readFileSync(path.join(root, name));
  return bytes.subarray(0, 8192).includes(0) ? undefined : bytes.toString('utf8');
}
