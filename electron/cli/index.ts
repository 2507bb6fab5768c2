import { CommanderError } from 'commander';
import { exitCodes, leave, WrongUsage } from './exit';
import { showFailure } from './perform';
import { createProgram } from './program';

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.defect));

const json = process.argv.includes('--json');

createProgram()
  .parseAsync()
  .catch((error: unknown) => {
    if (!(error instanceof CommanderError)) process.exitCode = showFailure(error, json);
    else if (error.exitCode === 0) process.exitCode = exitCodes.done;
    else process.exitCode = showFailure(new WrongUsage(error.message.replace(/^error: /, '')), json);
  })
  .finally(() => leave(Number(process.exitCode ?? exitCodes.done)));
