import { fork, spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { addressFor, browserArguments, browserCandidates, browserFolder, doorPage } from './decide.mjs';

/** Serves the app on 127.0.0.1 and opens a browser window on it; joins the shell that already runs. Ends with the window. */
export async function runWeb(root, options, say) {
  const exe = options.open && hasDisplay() ? findBrowser() : undefined;
  const host = fork(path.join(root, 'out/web/index.cjs'), [
    ...(options.port === undefined ? [] : [`--port=${options.port}`]),
    ...(exe ? ['--exit-when-idle'] : []),
  ]);
  const { url, home, joined } = await new Promise((resolve, reject) => {
    host.once('message', resolve);
    host.once('exit', (code) => reject(new Error(`the host ended with code ${code}`)));
  });
  const address = addressFor(url, options.folder);
  if (joined) say('Muster already runs here; this start joins it');
  else host.on('exit', (code) => process.exit(code ?? 0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => host.kill('SIGTERM'));

  if (!exe) {
    if (options.open) say('no browser could be found here to show it in a window; open this address in one');
    console.log(address);
    return;
  }
  const folder = browserFolder({
    exe,
    real: realpathSync(exe),
    home,
    user: homedir(),
    snapInstalled: existsSync(`/snap/bin/${path.basename(exe).replace(/-browser$/, '')}`),
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const door = path.join(folder, `open-${process.pid}.html`);
  rmSync(door, { force: true });
  writeFileSync(door, doorPage(address), { mode: 0o600, flag: 'wx' });
  process.on('exit', () => rmSync(door, { force: true }));
  const browser = spawn(
    exe,
    browserArguments({ door: pathToFileURL(door).href, profile: path.join(folder, 'browser'), uid: process.getuid?.() }),
    { stdio: 'ignore', cwd: tmpdir() },
  );
  browser.on('error', (error) => {
    say(`${exe} did not start (${error.message}); open this address in a browser`);
    console.log(address);
  });
  browser.on('exit', (code) => {
    if (code) say(`${exe} ended with code ${code}`);
    if (joined) process.exit(code ?? 0);
    host.kill('SIGTERM');
  });
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function findBrowser() {
  return browserCandidates({ platform: process.platform, env: process.env }).find((candidate) => {
    try {
      accessSync(candidate, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
