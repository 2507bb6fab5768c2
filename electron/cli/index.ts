import { CommanderError } from 'commander';
import { exitCodes, leave, WrongUsage } from './exit';
import { showFailure } from './perform';
import { createProgram } from './program';

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.defect));

const json = process.argv.includes('--json');

const program = createProgram();
const command = ['muster', ...program.commands.map((c) => c.name()).filter((name) => name === process.argv[2])].join(' ');

function wrongUsage({ code, message }: CommanderError): WrongUsage {
  return new WrongUsage(code === 'commander.help' ? 'say what to do' : message.replace(/^error: /, ''));
}

program
  .parseAsync()
  .catch((error: unknown) => {
    if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = exitCodes.done;
    else process.exitCode = showFailure(error instanceof CommanderError ? wrongUsage(error) : error, json, command);
  })
  .finally(() => leave(Number(process.exitCode ?? exitCodes.done)));
