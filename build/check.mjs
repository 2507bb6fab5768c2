// npm run check: everything that reads the code without running it. Every check runs even when one before it failed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = (path, ...rest) => [`node_modules/${path}`, ...rest];

const checks = {
  types: tool('@typescript/native/bin/tsc', '-b'),
  lint: tool('@biomejs/biome/bin/biome', 'check', '--config-path=build/biome.json', '--error-on-warnings', '--max-diagnostics=100', '.'),
  boundaries: tool(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    'build/dependency-cruiser.cjs',
    'core',
    'electron',
    'renderer',
    'test',
  ),
  'unused code': tool('knip/bin/knip.js', '--config', 'build/knip.json', '--no-progress'),
  lock: ['build/lockcheck.mjs'],
  'size of files': ['build/budget.mjs'],
};

/** @returns the name of every check and whether it passed */
export function check() {
  return Object.entries(checks).map(([name, command]) => {
    const started = performance.now();
    const { status, stdout, stderr, error } = spawnSync(process.execPath, command, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: 600_000,
    });
    const good = status === 0;
    console.log(`${good ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    if (!good) console.log([stdout, stderr, error?.message].filter(Boolean).join('\n'));
    return [name, good];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = check().some(([, good]) => !good) ? 1 : 0;
