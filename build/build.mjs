// Builds every process: one bundle for the window, one file each for the Node processes.
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const at = (...parts) => path.join(root, ...parts);
const require = createRequire(import.meta.url);

/** CommonJS, because a sandboxed preload cannot be anything else and a utility process need not be. */
const targets = [
  { name: 'main', entry: 'electron/main/index.ts' },
  { name: 'preload', entry: 'electron/preload/index.ts' },
  { name: 'host', entry: 'electron/host/entry.ts', sqlite: true },
  { name: 'web', entry: 'electron/web/entry.ts', sqlite: true },
  { name: 'cli', entry: 'electron/cli/index.ts', sqlite: true, executable: true },
  { name: 'bench', entry: 'test/bench/index.ts', sqlite: true },
];

const external = [
  'electron',
  /^@duckdb\//,
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
  'bufferutil',
  'utf-8-validate',
];

function buildNode({ name, entry, executable }) {
  return build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    resolve: { conditions: ['node', 'import', 'default'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: at('out', name),
      emptyOutDir: true,
      minify: false,
      license: { fileName: 'licenses.md' },
      reportCompressedSize: false,
      rollupOptions: {
        input: { index: at(entry) },
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false, ...(executable && { banner: '#!/usr/bin/env node' }) },
      },
    },
  });
}

async function make(target) {
  await buildNode(target);
  if (target.sqlite) copyFileSync(require.resolve('sql.js/dist/sql-wasm.wasm'), at('out', target.name, 'sql-wasm.wasm'));
  if (target.executable) chmodSync(at('out', target.name, 'index.cjs'), 0o755);
  return target.name;
}

const started = performance.now();
const only = process.argv.slice(2);
const wanted = (name) => only.length === 0 || only.includes(name);
const jobs = [];
for (const target of targets.filter(({ name }) => wanted(name))) {
  if (existsSync(at(target.entry))) jobs.push({ name: target.name, work: make(target) });
  else {
    rmSync(at('out', target.name), { recursive: true, force: true });
    console.log(`build: ${target.name} left out, there is no ${target.entry}`);
  }
}
if (wanted('renderer')) {
  if (existsSync(at('renderer/app/main.tsx')))
    jobs.push({ name: 'renderer', work: build({ configFile: at('build/vite.config.ts'), logLevel: 'warn' }) });
  else console.log('build: renderer left out, there is no renderer/app/main.tsx');
}
const results = await Promise.allSettled(jobs.map(({ work }) => work));
const failed = results.flatMap((result, index) =>
  result.status === 'rejected' ? [{ name: jobs[index].name, reason: result.reason }] : [],
);
for (const { name, reason } of failed) console.error(`build: ${name} failed: ${reason?.message ?? reason}`);
if (failed.length > 0) process.exit(1);
console.log(`build: ${jobs.map(({ name }) => name).join(', ')} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
