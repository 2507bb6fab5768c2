import path from 'node:path';
import { parseArgs } from 'node:util';
import { createHost } from '../host/handlers/index';
import { homeFolder } from '../shell/home';
import { idleTimer } from './idle';
import { releaseLock, runningShell, takeLock } from './lock';
import { startBrowserShell } from './server';

/** Milliseconds for everything to be closed in good order. */
const closeWithin = 10_000;

/**
 * The browser shell as a process: `--home`, `--port`, `--exit-when-idle`. The token may come from `MUSTER_TOKEN`, never from
 * an argument, which every user of the machine can read. Tells its address to its parent, or prints it.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { home: { type: 'string' }, port: { type: 'string' }, 'exit-when-idle': { type: 'boolean' } } });
  const home = values.home ?? homeFolder();
  const running = runningShell(home);
  if (running) return announce({ url: running.url, home, joined: true });

  const host = createHost({ shell: 'web', home });
  let shutting = false;
  const quit = (): void => {
    if (shutting) return;
    shutting = true;
    // Whatever holds up the closing, what was saved is on disk: the lock goes and so does the process.
    setTimeout(() => {
      releaseLock(home, process.pid);
      process.exit(1);
    }, closeWithin).unref();
    void shell
      .close()
      .then(() => host.close())
      .finally(() => {
        releaseLock(home, process.pid);
        process.exit(0);
      });
  };
  const idle = values['exit-when-idle'] ? idleTimer({ first: 120_000, after: 3_000, quit }) : undefined;
  const shell = await startBrowserShell({
    host,
    renderer: path.join(__dirname, '../renderer'),
    port: Number(values.port ?? 0),
    token: process.env.MUSTER_TOKEN,
    onWindows: idle,
  });
  const holder = takeLock(home, { pid: process.pid, url: shell.url });
  if (holder) {
    await shell.close();
    await host.close();
    return announce({ url: holder.url, home, joined: true });
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit);
  process.on('disconnect', quit);
  announce({ url: shell.url, home, joined: false });
}

function announce(message: { url: string; home: string; joined: boolean }): void {
  if (process.send) process.send(message, () => message.joined && process.disconnect());
  else console.log(message.url);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
