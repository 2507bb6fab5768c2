import { defineConfig } from '@playwright/test';

/** The desktop app in the real Electron, where its binary is installed (`npx install-electron`) and there is a display. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/desktop',
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: 'list',
});
