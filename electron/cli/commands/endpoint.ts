import { resolve } from 'node:path';
import type { Command } from 'commander';
import { startEndpoint } from '../../endpoint/start-endpoint';
import { newSecret } from '../new-secret';
import { described, wholeNumber } from '../options';
import { countOf } from '../output';
import { type CommonOptions, type Io, jsonFormat, perform } from '../perform';
import { portTaken } from '../port-taken';
import { secretIn } from '../secret-in';
import { untilStopped } from '../until-stopped';

interface EndpointOptions extends CommonOptions {
  dir: string;
  port: number;
  secretEnv?: string;
  fail?: string;
}

export function addEndpoint(program: Command): void {
  described(program.command('endpoint'), 'run the reference delivery endpoint on 127.0.0.1')
    .requiredOption('--dir <dir>', 'folder for what arrives')
    .option('--port <n>', 'any free one when left out', wholeNumber(0, 65_535), 0)
    .option('--secret-env <variable>', 'environment variable with the signing secret; a new one is made when left out')
    .option('--fail <rules>', 'faults on demand: 500:0.05,429:0.05:2,drop:0.02,skew:600')
    .action((options: EndpointOptions) => perform(options, (io) => serve(options, io)));
}

async function serve({ dir, port, secretEnv, fail }: EndpointOptions, io: Io): Promise<undefined> {
  const secret = secretEnv === undefined ? newSecret() : secretIn(secretEnv);
  const folder = resolve(dir);
  const onDefect = (error: unknown) => io.progress.say(`The endpoint failed: ${error instanceof Error ? error.message : String(error)}`);
  const endpoint = await portTaken(port, () =>
    startEndpoint({ dir: folder, port, secret, onDefect, ...(fail === undefined ? {} : { faults: fail }) }),
  );
  try {
    const made = secretEnv === undefined ? { secret } : {};
    const lines = [
      `Endpoint: ${endpoint.url}`,
      ...(secretEnv === undefined ? [`Secret:   ${secret}`] : []),
      `Folder:   ${folder}`,
      'Stop it with Ctrl-C',
    ];
    process.stdout.write(
      io.json
        ? `${JSON.stringify({ format: jsonFormat, kind: 'endpoint', url: endpoint.url, dir: folder, ...made })}\n`
        : `${lines.join('\n')}\n`,
    );
    await untilStopped(io.signal);
    const effects = await endpoint.ledger();
    io.progress.say(`Stopped. ${countOf(effects.length, 'message')} in the ledger`);
  } finally {
    await endpoint.close();
  }
}
