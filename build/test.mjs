import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check } from './check.mjs';
import { needChromium } from './find-chromium.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
if (process.argv.includes('--long')) process.env.MUSTER_LONG = '1';
const total = { passed: 0, failed: 0, skipped: 0 };
const unitFile = 'out/results/unit.json';
const e2eFile = 'out/results/e2e.json';
rmSync('out/results', { recursive: true, force: true });
mkdirSync('out/results', { recursive: true });

const node = (...args) => spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;

function add(passed, failed, skipped = 0) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** Adds what a suite wrote; a suite that failed without a failed test (a crash, a broken file) counts as one failure. */
function addSuite(good, file, read) {
  const { passed, failed, skipped } = existsSync(file)
    ? read(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 1, skipped: 0 };
  add(passed, good ? failed : Math.max(1, failed), skipped);
}

const checked = check();
add(checked.passed, checked.failed);

const unit = node(
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'build/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitFile}`,
);
addSuite(unit, unitFile, (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
}));

const specs = existsSync('test/e2e') ? readdirSync('test/e2e').filter((name) => /\.(?:spec|test)\.ts$/.test(name)) : [];
const chromium = specs.length > 0 ? needChromium() : undefined;
if (chromium) {
  process.env.CHROMIUM_PATH = chromium;
  process.env.MUSTER_E2E_JSON = e2eFile;
  const good = node('node_modules/@playwright/test/cli.js', 'test', '--config', 'build/playwright.config.ts');
  addSuite(good, e2eFile, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }));
} else if (specs.length > 0) {
  console.log('End-to-end tests skipped: no Chromium. Install one (apt-get install chromium) or set CHROMIUM_PATH to it.');
  add(0, 0, specs.length);
}

for (const script of ['build/check-bundle.mjs', 'build/check-package.mjs'].filter(existsSync)) {
  console.log(script);
  const good = node(script);
  add(good ? 1 : 0, good ? 0 : 1);
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
