import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findChromium } from './find-chromium.mjs';

export default defineConfig({
  testDir: fileURLToPath(new URL('../test/e2e', import.meta.url)),
  // Pictures are taken when asked for, not tested.
  testIgnore: process.env.MUSTER_PICTURES ? [] : '**/pictures.spec.ts',
  outputDir: fileURLToPath(new URL('../out/e2e', import.meta.url)),
  workers: 2,
  // A machine that is shared may stop a window for seconds; what passed only the second time is listed at the end of the run.
  retries: process.env.CI ? 1 : 0,
  // Bounds on what hangs, not on what is slow: a shared build machine takes four times as long as a desk.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  forbidOnly: true,
  reporter: process.env.MUSTER_E2E_JSON
    ? [['list'], ['json', { outputFile: fileURLToPath(new URL(`../${process.env.MUSTER_E2E_JSON}`, import.meta.url)) }]]
    : 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: findChromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
  },
});
