import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = (path, ...rest) => [fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url)), ...rest];

const checks = {
  typecheck: tool('@typescript/native/bin/tsc', '-b'),
  lint: tool('@biomejs/biome/bin/biome', 'check', '--config-path=build/biome.json', '.'),
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
  budget: ['build/budget.mjs'],
};

/** Runs every named check even when one fails. */
export function check() {
  const results = { passed: 0, failed: 0 };
  for (const [name, command] of Object.entries(checks)) {
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
    const good = status === 0;
    results[good ? 'passed' : 'failed'] += 1;
    console.log(`${good ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    if (!good) console.log(`${stdout}${stderr}`);
  }
  return results;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = check().failed ? 1 : 0;
