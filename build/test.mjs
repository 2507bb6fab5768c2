// npm test: builds, checks, runs every suite and looks at what was built. Its last line counts them all, whatever happens.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check } from './check.mjs';
import { needChromium } from './find-chromium.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const long = process.argv.includes('--long');
if (long) process.env.MUSTER_LONG = '1';
const minutes = long ? 600 : 40;
const results = 'out/results';
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
/** What failed and passed when it was tried once more. */
const again = [];

function fail(why, count = 1) {
  total.failed += count;
  failures.push(why);
}

/** @returns why it did not end well, or undefined when it did */
function run(...args) {
  const { status, signal, error } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: minutes * 60_000,
    killSignal: 'SIGKILL',
  });
  if (status === 0) return undefined;
  if (error?.code === 'ETIMEDOUT') return `did not end within ${minutes} minutes`;
  return error?.message ?? (signal ? `was killed by ${signal}` : `ended with code ${status}`);
}

function single(name, script) {
  console.log(`\n== ${name}`);
  const wrong = run(script);
  if (wrong) fail(`${name} ${wrong}`);
  else total.passed += 1;
  return !wrong;
}

/** Runs a suite and adds what it wrote. One that ends badly without naming a failed test counts as failed all the same. */
function suite(name, file, args, read) {
  console.log(`\n== ${name}`);
  const wrong = run(...args);
  if (!existsSync(file)) return fail(`${name} wrote no result: it ${wrong ?? 'ended early'}`);
  const { passed, failed, skipped, retried = [] } = read(JSON.parse(readFileSync(file, 'utf8')));
  total.passed += passed.length;
  total.skipped += skipped.length;
  for (const test of skipped) console.log(`skipped: ${test}`);
  again.push(...retried.map((test) => `${name}: ${test}`));
  if (failed.length > 0) {
    total.failed += failed.length;
    failures.push(...failed.map((test) => `${name}: ${test}`));
  } else if (wrong) fail(`${name} ${wrong} although no test failed`);
  if (passed.length + failed.length + skipped.length === 0) fail(`${name} found no tests`);
}

function readPlaywright({ suites, errors }) {
  const specs = (inner) => inner.flatMap(({ specs: own = [], suites: more = [] }) => [...own, ...specs(more)]);
  const tests = specs(suites).flatMap(({ file, title, tests: runs }) =>
    runs.map(({ status, annotations, results: tries }) => ({
      status,
      seen: tries.flatMap(({ attachments }) => attachments.filter((a) => a.name === 'error-context' && a.path).map((a) => a.path)),
      name: [`${file}: ${title}`, ...annotations.flatMap((a) => a.description ?? [])].join(': '),
    })),
  );
  const named = (...wanted) => tests.filter(({ status }) => wanted.includes(status)).map(({ name }) => name);
  for (const { name, seen } of tests)
    for (const file of seen)
      if (existsSync(file)) console.log(`\nWhat the page showed when it failed: ${name}\n${readFileSync(file, 'utf8')}`);
  const broken = errors.map(({ message }) => (message ?? 'broken').split('\n')[0]);
  return {
    passed: named('expected', 'flaky'),
    failed: [...named('unexpected'), ...broken],
    skipped: named('skipped'),
    retried: named('flaky'),
  };
}

function everything() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const built = single('build', 'build/build.mjs');

  console.log('\n== checks');
  for (const [name, good] of check()) {
    if (good) total.passed += 1;
    else fail(`check ${name}`);
  }

  const unit = `${results}/unit.json`;
  process.env.MUSTER_TALLY = unit;
  const reporters = ['--reporter=default', '--reporter=./build/tally.mjs'];
  suite('vitest', unit, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts', ...reporters], (tally) => tally);

  if (!built) return fail('what needs a build was not run: end-to-end tests, bundle, package', 3);
  const chromium = needChromium();
  if (chromium) {
    const e2e = `${results}/e2e.json`;
    process.env.CHROMIUM_PATH = chromium;
    process.env.MUSTER_E2E_JSON = e2e;
    suite('playwright', e2e, ['node_modules/@playwright/test/cli.js', 'test', '--config', 'build/playwright.config.ts'], readPlaywright);
  } else {
    total.skipped += 1;
    console.log('skipped: every end-to-end test, for want of a Chromium: apt-get install chromium, or set CHROMIUM_PATH to one');
  }
  single('bundle', 'build/check-bundle.mjs');
  single('package', 'build/check-package.mjs');
}

try {
  everything();
} catch (error) {
  console.error(error);
  fail(`the run itself broke: ${error.message}`);
}
if (again.length > 0) console.log(`\nPassed only when tried again:\n${again.map((test) => `  ${test}`).join('\n')}`);
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((why) => `  ${why}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
