import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchStandin, type Standin } from '../support/standin/launch';

const out = process.env.MUSTER_OUT ?? path.resolve(import.meta.dirname, '../../out');
let home: string;
let app: Standin;
const complaints: string[] = [];

test.beforeAll(async ({ browser }) => {
  expect(existsSync(path.join(out, 'main/index.cjs')), 'run npm run build first').toBe(true);
  home = mkdtempSync(path.join(tmpdir(), 'muster-shell-'));
  app = await launchStandin(browser, out, home);
  app.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  app.page.on('pageerror', (error) => complaints.push(error.message));
});
test.afterAll(() => {
  app.close();
  rmSync(home, { recursive: true, force: true });
});

test('the built desktop app runs: window, preload, main and host together', async () => {
  await expect(app.page.locator('#root > *').first()).toBeVisible();
  await expect.poll(() => app.page.url()).toBe('http://muster.localhost/index.html');
  await expect.poll(() => app.page.evaluate(() => document.body.innerText.trim().length)).toBeGreaterThan(10);
  expect(complaints).toEqual([]);
});

test('the page has the bridge and nothing of Node', async () => {
  const found = await app.page.evaluate(() => ({
    bridge: Object.keys((window as never as { muster: object }).muster).sort(),
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    isolated: window.crossOriginIsolated,
  }));
  expect(found).toEqual({
    bridge: ['chooseFiles', 'chooseFolder', 'connectHost', 'onHostDown', 'pathOf', 'platform'],
    node: [],
    isolated: true,
  });
});

test('the line to the host answers through preload and main', async () => {
  const answer = await app.page.evaluate(async () => {
    const arrived = new Promise<MessagePort>((resolve) => {
      window.addEventListener('message', (event) => event.data === 'host:port' && event.ports[0] && resolve(event.ports[0]), {
        once: true,
      });
    });
    await (window as never as { muster: { connectHost(): Promise<void> } }).muster.connectHost();
    const port = await arrived;
    return new Promise((resolve) => {
      port.onmessage = (event) => resolve(event.data);
      port.postMessage({ kind: 'call', id: 1, method: 'app.hello', value: {} });
    });
  });
  expect(answer).toMatchObject({ kind: 'done', id: 1, value: { shell: 'electron', home } });
});

test('no page leads out, and no request leaves', async () => {
  await app.page.evaluate(() => {
    window.location.href = 'https://example.test/away';
  });
  await expect.poll(() => app.records).toContainEqual({ what: 'navigation stopped', url: 'https://example.test/away' });
  expect(app.page.url()).toBe('http://muster.localhost/index.html');
  const fetched = await app.page.evaluate(() =>
    fetch('https://example.test/data').then(
      () => 'came',
      () => 'refused',
    ),
  );
  expect(fetched).toBe('refused');
});

test('the window hears when the host dies, and a new line starts another', async () => {
  await app.page.evaluate(() => {
    (window as never as { muster: { onHostDown(listener: () => void): void } }).muster.onHostDown(() =>
      document.documentElement.setAttribute('data-down', 'yes'),
    );
  });
  app.killHost();
  await expect(app.page.locator('html')).toHaveAttribute('data-down', 'yes');
  await app.page.reload();
  await expect(app.page.locator('#root > *').first()).toBeVisible();
});
