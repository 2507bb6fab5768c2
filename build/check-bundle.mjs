// Looks at what was built: each process requires only what it may, and the page asks nobody else for anything.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { parseAst } from 'vite';

const out = path.resolve(import.meta.dirname, '../out');
const faults = [];
const builtin = (name) => name.startsWith('node:') || builtinModules.includes(name);

/** Names in `require('…')`, `require.resolve('…')` and `import('…')`, read from the syntax tree because comments hold such calls too. */
function* requiredBy(node) {
  if (Array.isArray(node)) for (const part of node) yield* requiredBy(part);
  else if (node && typeof node === 'object') {
    const called = node.type === 'CallExpression' ? (node.callee.object ?? node.callee).name : undefined;
    const given = node.type === 'ImportExpression' ? node.source : called === 'require' ? node.arguments[0] : undefined;
    if (typeof given?.value === 'string') yield given.value;
    for (const part of Object.values(node)) yield* requiredBy(part);
  }
}

/** Native speed-ups that ws uses when somebody installed them. */
const optional = new Set(['bufferutil', 'utf-8-validate']);
const allowed = {
  main: (name) => builtin(name) || name === 'electron',
  preload: (name) => name === 'electron',
};
const hostMay = (name) => builtin(name) || /^@duckdb\/(node-api|duckdb-wasm)(\/|$)/.test(name) || optional.has(name);

for (const process of ['main', 'preload', 'host', 'web', 'cli', 'bench']) {
  const file = path.join(out, process, 'index.cjs');
  if (!existsSync(file)) {
    if (['main', 'preload', 'host', 'web'].includes(process)) faults.push(`out/${process}/index.cjs is missing`);
    continue;
  }
  const text = readFileSync(file, 'utf8');
  const may = allowed[process] ?? hostMay;
  for (const name of new Set(requiredBy(parseAst(text)))) {
    if (!may(name)) faults.push(`out/${process}/index.cjs requires ${name}`);
  }
  if (process === 'cli' && !text.startsWith('#!/usr/bin/env node\n'))
    faults.push('out/cli/index.cjs does not start with #!/usr/bin/env node');
  const scraps = readdirSync(path.join(out, process)).filter((name) => /\.cjs$/.test(name) && name !== 'index.cjs');
  if (scraps.length > 0) faults.push(`out/${process} holds more than one file of code: ${scraps.join(', ')}`);
}

const page = path.join(out, 'renderer/index.html');
if (!existsSync(page)) faults.push('out/renderer/index.html is missing');
else {
  const html = readFileSync(page, 'utf8');
  for (const [, address] of html.matchAll(/(?:src|href)\s*=\s*["']([^"']+)["']/g)) {
    if (!address.startsWith('./')) faults.push(`out/renderer/index.html refers to ${address}`);
    else if (!existsSync(path.join(out, 'renderer', address)))
      faults.push(`out/renderer/index.html refers to ${address}, which is not there`);
  }
  if (/<script(?![^>]*\bsrc=)[^>]*>/.test(html)) faults.push('out/renderer/index.html holds an inline script, which its policy forbids');
  const styles = readdirSync(path.join(out, 'renderer'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.css'));
  for (const name of styles) {
    const remote = /url\(\s*["']?(https?:)?\/\//.exec(readFileSync(path.join(out, 'renderer', name), 'utf8'));
    if (remote) faults.push(`out/renderer/${name} refers to another host`);
  }
}

/** Licences that let us bundle what they cover as long as their text is shipped with it. */
const licences = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1', 'Zlib']);
const mayBundle = (licence) => licence.split(' AND ').every((name) => licences.has(name));
for (const place of ['host', 'web', 'cli', 'renderer'].filter((name) => existsSync(path.join(out, name)))) {
  const list = path.join(out, place, 'licenses.md');
  const bundled = existsSync(list) ? [...readFileSync(list, 'utf8').matchAll(/^## (\S+) - \S+ \(\(?([^()]*)\)?\)$/gm)] : [];
  if (bundled.length === 0) faults.push(`out/${place} does not say the licences of what it bundles`);
  for (const [, name, licence] of bundled) if (!mayBundle(licence)) faults.push(`out/${place} bundles ${name} under ${licence}`);
}

for (const fault of faults) console.error(`check-bundle: ${fault}`);
if (faults.length > 0) process.exit(1);
console.log('check-bundle: every process requires only what it may');
