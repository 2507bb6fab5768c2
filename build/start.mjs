// npm start: the desktop app where Electron runs, otherwise the same app in a browser window on 127.0.0.1.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArguments, reasonAgainstElectron } from './start/decide.mjs';
import { findElectron, runElectron } from './start/electron.mjs';
import { runWeb } from './start/web.mjs';

const root = path.resolve(import.meta.dirname, '..');
const say = (text) => console.error(`muster: ${text}`);

async function start() {
  const options = parseArguments(process.argv.slice(2));
  if (options.folder !== undefined) options.folder = path.resolve(process.env.INIT_CWD ?? '.', options.folder);
  if (!existsSync(path.join(root, 'out/web/index.cjs'))) throw new Error('nothing is built yet: run npm run build');
  let why = reasonAgainstElectron({ options, platform: process.platform, env: process.env, uid: process.getuid?.() });
  if (why === undefined) {
    const found = findElectron(say);
    const end = found.exe ? await runElectron(found.exe, root, options) : found;
    if (end.code !== undefined) process.exit(end.code);
    why = end.why;
  }
  say(`${why}, so Muster is served on 127.0.0.1 instead`);
  await runWeb(root, options, say);
}

start().catch((error) => {
  say(error.message);
  process.exit(1);
});
