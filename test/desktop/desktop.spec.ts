import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, test } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));

function electronBinary(): string | undefined {
  const named = path.join(folder, 'path.txt');
  if (!existsSync(named)) return undefined;
  const binary = path.join(folder, 'dist', readFileSync(named, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}

const executablePath = electronBinary();
test.skip(executablePath === undefined, 'Electron’s binary is not installed: npx install-electron');

test('the window opens on our scheme, has no Node in it, and the host answers', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'muster-desktop-'));
  const app = await _electron.launch({
    executablePath,
    args: [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, MUSTER_HOME: home } as Record<string, string>,
  });
  try {
    const page = await app.firstWindow();
    await expect(page.locator('#root > *').first()).toBeVisible();
    expect(page.url()).toBe('app://muster/index.html');
    expect(await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window))).toEqual([]);
    const answer = await page.evaluate(async () => {
      const arrived = new Promise<MessagePort>((resolve) => {
        window.addEventListener('message', (event) => event.data === 'host:port' && event.ports[0] && resolve(event.ports[0]));
      });
      await (window as never as { muster: { connectHost(): Promise<void> } }).muster.connectHost();
      const port = await arrived;
      return new Promise((resolve) => {
        port.onmessage = (event) => resolve(event.data);
        port.postMessage({ kind: 'call', id: 1, method: 'app.hello', value: {} });
      });
    });
    expect(answer).toMatchObject({ kind: 'done', value: { shell: 'electron', home } });
    const outside = await page.evaluate(() =>
      fetch('https://example.test/').then(
        () => 'came',
        () => 'refused',
      ),
    );
    expect(outside).toBe('refused');
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
});
