import path from 'node:path';
import * as electron from 'electron';
import { startApp } from './app';

const out = path.join(__dirname, '..');
startApp(electron, {
  renderer: path.join(out, 'renderer'),
  preload: path.join(out, 'preload/index.cjs'),
  host: path.join(out, 'host/index.cjs'),
}).catch((error: unknown) => {
  console.error(error);
  electron.app.exit(1);
});
