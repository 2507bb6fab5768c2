import { Command } from 'commander';
import { version } from '../../package.json';
import { addAudience } from './commands/audience';
import { addCheck } from './commands/check';
import { addCount } from './commands/count';
import { addDemo } from './commands/demo';
import { addEndpoint } from './commands/endpoint';
import { addExplain } from './commands/explain';
import { addExport } from './commands/export';
import { addImport } from './commands/import';
import { addMemory } from './commands/memory';
import { addModel } from './commands/model';
import { addNew } from './commands/new';
import { addRefresh } from './commands/refresh';
import { addRehearse } from './commands/rehearse';
import { addRun } from './commands/run';
import { addServe } from './commands/serve';
import { addSql } from './commands/sql';
import { addSync } from './commands/sync';
import { addText } from './commands/text';
import { addWhy } from './commands/why';

const commands = [
  addDemo,
  addNew,
  addImport,
  addRefresh,
  addModel,
  addSql,
  addAudience,
  addCheck,
  addCount,
  addRehearse,
  addWhy,
  addRun,
  addMemory,
  addExport,
  addSync,
  addExplain,
  addText,
  addServe,
  addEndpoint,
];

/** Every command of `muster`. Wrong usage is thrown as commander's error, never printed twice. */
export function createProgram(): Command {
  const program = new Command('muster')
    .description('Plan campaigns offline: import, segment, rehearse, sync and export print-ready mail.')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .showSuggestionAfterError()
    .addHelpText('after', '\nStart with: muster demo\nExit codes: 0 done, 1 problems to mend, 2 wrong usage, 3 a defect of Muster');
  for (const add of commands) add(program);
  return program;
}
