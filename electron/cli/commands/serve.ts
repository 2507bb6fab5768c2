import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../../../core/base/errors';
import { createHost } from '../../host/handlers/index';
import { homeFolder } from '../../shell/home';
import { startBrowserShell } from '../../web/server';
import { described, wholeNumber } from '../options';
import { type CommonOptions, type Io, jsonFormat, perform } from '../perform';
import { portTaken } from '../port-taken';
import { untilStopped } from '../until-stopped';

interface ServeOptions extends CommonOptions {
  port: number;
}

export function addServe(program: Command): void {
  described(program.command('serve'), 'open a workspace in this machine’s browser')
    .argument('<workspace>')
    .option('--port <n>', 'any free one when left out', wholeNumber(0, 65_535), 0)
    .action((folder: string, options: ServeOptions) => perform(options, (io) => serve(resolve(folder), options, io)));
}

async function serve(folder: string, { port }: ServeOptions, io: Io): Promise<undefined> {
  const renderer = join(__dirname, '../renderer');
  const page = join(renderer, 'index.html');
  if (!existsSync(page)) throw new AppError('cli-no-window', { file: page });
  const host = createHost({ shell: 'web', home: homeFolder() });
  try {
    await host.handlers()['workspace.open']({ folder }, { signal: io.signal, progress: () => undefined });
    const shell = await portTaken(port, () => startBrowserShell({ host, renderer, port, token: process.env.MUSTER_TOKEN }));
    try {
      process.stdout.write(
        io.json
          ? `${JSON.stringify({ format: jsonFormat, kind: 'serve', url: shell.url, folder })}\n`
          : `Open ${shell.url}\nStop it with Ctrl-C\n`,
      );
      await untilStopped(io.signal);
    } finally {
      await shell.close();
    }
  } finally {
    await host.close();
  }
}
