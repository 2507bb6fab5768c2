import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { copySample } from './sample-workspace';

const shell = path.resolve(import.meta.dirname, '../../../out/web/index.cjs');

export interface RunningShell {
  url: string;
  home: string;
  stop: () => Promise<void>;
}

const homes = new Map<string, string>();

/** Starts the browser shell on a free loopback port with an empty home of its own. */
export async function startShell(): Promise<RunningShell> {
  const home = mkdtempSync(path.join(tmpdir(), 'muster-e2e-'));
  const process = spawn('node', [shell, '--home', home], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await firstLine(process);
  homes.set(url, home);
  const stop = async () => {
    const ended = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  return { url, home, stop };
}

function firstLine(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    process.once('exit', (code) => reject(new Error(`the shell ended with ${code} before it said its address`)));
    process.stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString('utf8').trim()));
  });
}

/** A page on a fresh shell, which outlives it. Errors on the console and requests to anywhere else fail the test. */
export const test = base.extend<{ shell: RunningShell; watched: void }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
  shell: async ({}, use) => {
    const running = await startShell();
    await use(running);
    await running.stop();
  },
  watched: [
    async ({ shell: { url }, page }, use) => {
      const wrong: string[] = [];
      const origin = new URL(url).host;
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      page.on('request', (request) => {
        const target = new URL(request.url());
        if (target.host !== origin && !['data:', 'blob:', 'about:'].includes(target.protocol)) wrong.push(`request to ${request.url()}`);
      });
      await use();
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
});

/** Every count of the campaign on the canvas is known. */
export async function counted(page: Page): Promise<void> {
  await expect(page.getByTestId('counting')).toHaveAttribute('data-counting', 'false', { timeout: 60_000 });
}

/** Makes the sample workspace as a person does who has just started, and waits for its campaign with every count on it. */
export async function trySample(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await counted(page);
}

/** Opens a copy of the sample workspace that was made before, and its campaign with every count on it. */
export async function openSample(page: Page, url: string): Promise<void> {
  const home = homes.get(url);
  if (home === undefined) throw new Error(`no shell was started at ${url}`);
  await page.goto(`${url}&open=${encodeURIComponent(copySample(home))}`);
  await page.getByRole('navigation').getByRole('button', { name: 'Campaigns' }).click();
  await page.getByRole('main').getByText('Autumn return', { exact: true }).click();
  await counted(page);
}

export { expect };
