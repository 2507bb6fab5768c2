import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const cli = path.resolve(import.meta.dirname, '../../../out/cli/index.cjs');

let made: string | undefined;

/** The sample workspace, made once for every test of this process. */
function sampleWorkspace(): string {
  if (made !== undefined) return made;
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'muster-sample-')), 'sample');
  process.once('exit', () => rmSync(path.dirname(folder), { recursive: true, force: true }));
  execFileSync('node', [cli, 'new', folder, '--sample'], { stdio: 'pipe' });
  made = folder;
  return folder;
}

/** Puts a sample workspace of its own into a home. @returns its folder */
export function copySample(home: string): string {
  const folder = path.join(home, 'sample');
  cpSync(sampleWorkspace(), folder, { recursive: true });
  return folder;
}
