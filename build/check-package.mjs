// Packages the app around a stand-in for Electron's distribution and looks at the result: no network, no window.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const require = createRequire(path.join(root, 'node_modules/app-builder-lib/package.json'));
const megabytes = 400;

/** Marks where Electron keeps its fuses: then a version byte, a length byte and one state per fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyAsar',
  'browserSnapshot',
  'fileExtraPrivileges',
];
const wanted = { runAsNode: '0', nodeOptions: '0', nodeCliInspect: '0', asarIntegrity: '1', onlyAsar: '1', fileExtraPrivileges: '0' };

function makeDistribution(folder) {
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  // Every fuse starts in the state that is wrong for us.
  const states = fuses.map((fuse) => (wanted[fuse] === '1' ? '0' : '1')).join('');
  writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.from(sentinel), Buffer.from([1, 9]), Buffer.from(`${states}0`)]));
  chmodSync(path.join(folder, 'electron'), 0o755);
  writeFileSync(
    path.join(folder, 'version'),
    JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8')).version,
  );
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'chrome_100_percent.pak'])
    writeFileSync(path.join(folder, name), '');
  for (const language of ['en-US', 'es', 'fr', 'zh-CN']) writeFileSync(path.join(folder, 'locales', `${language}.pak`), '');
}

function look(app) {
  const faults = [];
  const asar = path.join(app, 'resources/app.asar');
  const { listPackage, extractFile } = require('@electron/asar');
  const files = listPackage(asar, { isPack: false }).map((name) => name.replaceAll('\\', '/').replace(/^\//, ''));
  const { main, devDependencies } = JSON.parse(extractFile(asar, 'package.json').toString());
  for (const needed of [
    main,
    'out/preload/index.cjs',
    'out/host/index.cjs',
    'out/host/sql-wasm.wasm',
    'out/host/licenses.md',
    'out/renderer/index.html',
    'out/renderer/licenses.md',
  ]) {
    if (!files.includes(needed)) faults.push(`${needed} is missing`);
  }
  if (devDependencies) faults.push('package.json still names development packages');
  const top = new Set(
    files.map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('out/') ? 2 : 1)
        .join('/'),
    ),
  );
  const expected = new Set(['package.json', 'LICENSE', 'node_modules', 'out', 'out/main', 'out/preload', 'out/host', 'out/renderer']);
  for (const name of top) if (!expected.has(name)) faults.push(`${name} does not belong in the package`);
  for (const name of files) if (/\.(map|ts|tsx)$/.test(name)) faults.push(`${name} does not belong in the package`);
  const production = productionPackages();
  for (const name of files) {
    const found = /^node_modules\/((?:@[^/]+\/)?[^/@][^/]*)\//.exec(name)?.[1];
    if (found && !production.has(found)) faults.push(`${found} is not a production package`);
  }
  const unpacked = existsSync(`${asar}.unpacked`) ? readdirSync(`${asar}.unpacked`, { recursive: true }).map(String) : [];
  for (const needed of ['duckdb.node', 'libduckdb.so']) {
    if (!unpacked.some((name) => path.basename(name) === needed)) faults.push(`${needed} is not unpacked`);
  }
  const languages = readdirSync(path.join(app, 'locales'));
  if (languages.sort().join() !== 'en-US.pak,es.pak') faults.push(`languages are ${languages.join()}`);
  faults.push(...lookAtFuses(path.join(app, 'muster')));
  const size = files.length === 0 ? 0 : sizeOf(path.join(app, 'resources'));
  if (size > megabytes * 1024 * 1024) faults.push(`the app has ${Math.round(size / 1024 / 1024)} MB, more than ${megabytes}`);
  return { faults: [...new Set(faults)], files: files.length, size };
}

function lookAtFuses(executable) {
  const binary = readFileSync(executable);
  const at = binary.indexOf(sentinel);
  if (at < 0) return ['the executable has no fuses'];
  const states = binary.subarray(at + sentinel.length + 2).toString('latin1');
  return Object.entries(wanted).flatMap(([fuse, state]) =>
    states[fuses.indexOf(fuse)] === state ? [] : [`fuse ${fuse} is ${states[fuses.indexOf(fuse)]}, not ${state}`],
  );
}

/** What package-lock.json installs without development packages. */
function productionPackages() {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const names = Object.entries(packages).flatMap(([at, facts]) =>
    at && !facts.dev ? [at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length)] : [],
  );
  return new Set(names);
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(path.join(entry.parentPath, entry.name)).size : 0),
    0,
  );
}

if (process.platform !== 'linux') {
  console.log('check-package: left out, the stand-in distribution is one for Linux');
  process.exit(0);
}
const work = mkdtempSync(path.join(tmpdir(), 'muster-package-'));
try {
  const distribution = path.join(work, 'electron');
  makeDistribution(distribution);
  const builder = path.join(root, 'node_modules/electron-builder/cli.js');
  const made = spawnSync(
    process.execPath,
    [
      builder,
      '--dir',
      '--linux',
      '--config',
      'build/electron-builder.yml',
      `-c.electronDist=${distribution}`,
      `-c.directories.output=${path.join(work, 'app')}`,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`electron-builder failed\n${made.stdout}\n${made.stderr}`);
  const { faults, files, size } = look(path.join(work, 'app/linux-unpacked'));
  for (const fault of faults) console.error(`check-package: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`check-package: ${files} files, ${Math.round(size / 1024 / 1024)} MB, nothing missing and nothing too many`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
