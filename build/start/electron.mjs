import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { startFailure } from './decide.mjs';

const require = createRequire(import.meta.url);
const downloadPatience = 15 * 60_000;

/** Electron's executable, downloaded when it is not there: `{ exe }` or `{ why }`. Electron itself is never required here: that would download it. */
export function findElectron(say) {
  let folder;
  try {
    folder = path.dirname(require.resolve('electron/package.json'));
  } catch {
    return { why: 'the electron package is not installed' };
  }
  const there = executable(folder);
  if (there) return { exe: there };
  say('downloading Electron (once, about 120 MB)');
  const done = spawnSync(process.execPath, [path.join(folder, 'install.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
    timeout: downloadPatience,
    encoding: 'utf8',
  });
  const exe = done.status === 0 ? executable(folder) : undefined;
  if (exe) return { exe };
  const reason = (done.stderr ?? '').split('\n').find((line) => line.trim()) ?? done.error?.message ?? 'no reason given';
  return { why: `Electron could not be downloaded (${reason.trim()})` };
}

function executable(folder) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const named = path.join(folder, 'path.txt');
  let relative;
  if (existsSync(named)) relative = readFileSync(named, 'utf8');
  else if (override) relative = process.platform === 'win32' ? 'electron.exe' : 'electron';
  else return undefined;
  const exe = path.join(override ?? path.join(folder, 'dist'), relative);
  return existsSync(exe) ? exe : undefined;
}

/** Runs the desktop app until it ends: its exit code, or `{ why }` when it could not start here at all. */
export async function runElectron(exe, root, options) {
  const started = Date.now();
  const open = options.folder === undefined ? [] : [`--open=${options.folder}`];
  const child = spawn(exe, [root, ...(options.sandbox ? [] : ['--no-sandbox']), ...open], {
    stdio: ['inherit', 'inherit', 'pipe'],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined },
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    process.stderr.write(chunk);
    output = (output + chunk).slice(-20_000);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve([127, null]);
    });
    child.on('close', (...end) => resolve(end));
  });
  const why = startFailure({ code, signal, milliseconds: Date.now() - started, output });
  return why ? { why } : { code: code ?? 1 };
}
