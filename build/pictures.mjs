// npm run pictures [-- --customers N]: pictures of every place into out/pictures, and those the README shows.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { needChromium } from './find-chromium.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values, positionals } = parseArgs({ options: { customers: { type: 'string' } }, allowPositionals: true });
if (values.customers !== undefined && !/^[1-9]\d*$/.test(values.customers)) throw new Error('--customers takes a whole number');
needChromium();
const cli = 'node_modules/@playwright/test/cli.js';
// What else is given is a part of a title: only those pictures are taken.
const only = positionals.length === 0 ? [] : ['-g', positionals.join('|')];
const { status } = spawnSync(process.execPath, [cli, 'test', '--config', 'build/playwright.config.ts', 'pictures.spec.ts', ...only], {
  stdio: 'inherit',
  env: { ...process.env, MUSTER_PICTURES: values.customers ?? 'sample' },
});
process.exit(status ?? 1);
