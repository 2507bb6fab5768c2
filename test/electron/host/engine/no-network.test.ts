import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { withTempFolder } from '../../../support/engines';

/** Notes every way out of the process that JavaScript has, then refuses it. */
const watcher = `
  const fs = require('node:fs');
  const note = (what) => { fs.appendFileSync(process.env.NOTES, what + '\\n'); throw new Error('refused: ' + what); };
  for (const [name, calls] of [['net', ['connect', 'createConnection']], ['tls', ['connect']], ['http', ['request', 'get']], ['https', ['request', 'get']],
    ['dns', ['lookup', 'resolve', 'resolve4', 'resolve6']], ['dgram', ['createSocket']], ['child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']]]) {
    for (const call of calls) require('node:' + name)[call] = () => note(name + '.' + call);
  }
  require('node:net').Socket.prototype.connect = () => note('socket.connect');
  globalThis.fetch = () => note('fetch');`;

const program = `
  import { openNativeEngine } from './electron/host/engine/native/open';
  import { openWasmEngine } from './electron/host/engine/wasm/open';
  const folder = process.argv[2];
  const said = {};
  for (const open of [() => openNativeEngine({ file: ':memory:', tempFolder: folder + '/temp' }), openWasmEngine]) {
    const engine = await open();
    const connection = await engine.connect();
    const answers = (said[engine.kind] = {});
    const started = Date.now();
    const attempt = async (name, work) => { answers[name] = await work().then(() => 'done', (error) => error.code ?? String(error)); };
    await connection.run('CREATE TABLE t AS SELECT i, i::VARCHAR AS name FROM range(1000) r(i)');
    await attempt('csv', () => connection.exportTo('FROM t', folder + '/t.csv', { kind: 'csv', delimiter: ',', header: true, lineEnd: 'lf' }));
    await attempt('ndjson', () => connection.exportTo('FROM t', folder + '/t.ndjson', { kind: 'ndjson', gzip: true }));
    await attempt('parquet', () => connection.exportTo('FROM t', folder + '/t.parquet', { kind: 'parquet' }));
    for (const [name, sql] of [['json', "SELECT to_json(1)"], ['icu', 'SELECT current_date'], ['zone', "SELECT TIMESTAMP '2024-01-01' AT TIME ZONE 'Europe/Madrid'"],
      ['read parquet', "FROM read_parquet('" + folder + "/t.parquet')"], ['excel', "FROM read_xlsx('x.xlsx')"], ['load', 'LOAD fts'], ['install', 'INSTALL fts'], ['install from', "INSTALL x FROM 'http://127.0.0.1:9'"], ['https', "FROM read_csv('https://example.com/a.csv')"]]) {
      await attempt(name, () => connection.query(sql, { limit: 1 }));
    }
    answers.quick = Date.now() - started < 5000;
    await engine.close();
  }
  console.log(JSON.stringify(said));`;

test('no engine opens a socket, and a missing extension is said at once', () =>
  withTempFolder(async (folder) => {
    const entry = join(folder, 'program.ts');
    const root = process.cwd();
    await writeFile(entry, program.replaceAll("'./electron", `'${root}/electron`));
    await build({
      configFile: false,
      root,
      logLevel: 'silent',
      build: {
        ssr: entry,
        outDir: join(root, 'out/no-network'),
        emptyOutDir: true,
        rollupOptions: { output: { entryFileNames: 'program.mjs' } },
      },
    });
    const notes = join(folder, 'notes');
    await writeFile(notes, '');
    await writeFile(join(folder, 'watch.cjs'), watcher);
    const run = [process.execPath, '--require', join(folder, 'watch.cjs'), join(root, 'out/no-network/program.mjs'), folder];
    const calls = join(folder, 'calls');
    // Where strace is installed, what the native library asks of the system is watched too.
    const traced = spawnSync('strace', ['-V']).status === 0;
    const [command = '', ...rest] = traced ? ['strace', '-f', '-qq', '-e', 'trace=socket,connect,sendto', '-o', calls, ...run] : run;
    const child = spawn(command, rest, {
      env: { ...process.env, NOTES: notes },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString();
    });
    await once(child, 'close');
    expect(await readFile(notes, 'utf8')).toBe('');
    if (traced) expect((await readFile(calls, 'utf8')).split('\n').filter((line) => /AF_INET|AF_NETLINK|sendto\(/.test(line))).toEqual([]);
    const missing = 'engine-extension-missing';
    expect(JSON.parse(output)).toEqual({
      native: {
        csv: 'done',
        ndjson: 'done',
        parquet: 'done',
        json: 'done',
        icu: 'done',
        zone: 'done',
        'read parquet': 'done',
        excel: missing,
        load: missing,
        install: missing,
        'install from': missing,
        https: missing,
        quick: true,
      },
      wasm: {
        csv: 'done',
        ndjson: 'done',
        parquet: missing,
        json: missing,
        icu: missing,
        zone: missing,
        'read parquet': missing,
        excel: missing,
        load: missing,
        install: missing,
        'install from': missing,
        https: 'sql-error',
        quick: true,
      },
    });
  }));
