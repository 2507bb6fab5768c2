import { isAppError } from '../../core/base/errors';
import type { Problem } from '../../core/base/problems';
import { type ExitCode, exitCodes, WrongUsage } from './exit';
import { createProgress, type Progress } from './progress';
import { problemLines, type Said, said, saidProblem } from './says';

export interface Io {
  /** Aborted by the first Ctrl-C; the second ends the process. */
  signal: AbortSignal;
  progress: Progress;
  json: boolean;
}

/** What a command found or did. */
export interface Outcome {
  /** With `format`, the shape of `document`; see README.md. */
  kind: string;
  document: Readonly<Record<string, unknown>>;
  /** For people, on stdout. */
  text: string;
  /** Shown on stderr; an error among them makes the exit code 1. */
  problems?: readonly Problem[];
  /** Why nothing was done although nothing failed. */
  refusal?: Said;
}

export const jsonFormat = 1;

export interface CommonOptions {
  json?: true;
}

/** Runs one command, prints what comes of it and sets the exit code. A command without an outcome has printed by itself. */
export async function perform(options: CommonOptions, work: (io: Io) => Promise<Outcome | undefined>): Promise<void> {
  const json = options.json === true;
  const progress = createProgress();
  const cancel = new AbortController();
  const stop = () => {
    if (cancel.signal.aborted) process.exit(130);
    progress.say('Stopping. Press Ctrl-C again to end at once.');
    cancel.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const outcome = await work({ signal: cancel.signal, progress, json });
    progress.clear();
    process.exitCode = outcome === undefined ? exitCodes.done : show(outcome, json);
  } catch (error) {
    progress.clear();
    process.exitCode = showFailure(error, json, `muster ${process.argv[2] ?? ''}`);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

function show(outcome: Outcome, json: boolean): ExitCode {
  const { kind, document, text, problems, refusal } = outcome;
  if (json) {
    const listed = problems === undefined ? {} : { problems: problems.map(saidProblem) };
    const content = refusal === undefined ? { kind, ...document, ...listed } : { kind: 'error', ...refusal, [kind]: document, ...listed };
    process.stdout.write(`${JSON.stringify({ format: jsonFormat, ...content })}\n`);
  } else {
    if (text !== '') process.stdout.write(`${text}\n`);
    for (const line of (problems ?? []).flatMap(problemLines)) process.stderr.write(`${line}\n`);
    if (refusal) process.stderr.write(`${[refusal.says, refusal.hint].filter((l) => l !== undefined).join('\n')}\n`);
  }
  const failed = refusal !== undefined || (problems ?? []).some((p) => p.severity === 'error');
  return failed ? exitCodes.problems : exitCodes.done;
}

/** Tells what went wrong: words for what a person can mend, the message alone for a defect. */
export function showFailure(error: unknown, json: boolean, command = 'muster'): ExitCode {
  const { words, code } = failureOf(error, command);
  if (json) process.stdout.write(`${JSON.stringify({ format: jsonFormat, kind: 'error', ...words })}\n`);
  const lines = [`error (${words.code}): ${words.says}`, ...(words.hint === undefined ? [] : [`  ${words.hint}`])];
  process.stderr.write(`${lines.join('\n')}\n`);
  if (code === exitCodes.defect && process.env.MUSTER_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return code;
}

function failureOf(error: unknown, command: string): { words: Said; code: ExitCode } {
  if (isAppError(error)) return { words: said(error.code, error.details), code: exitCodes.problems };
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof WrongUsage) return { words: said('cli-usage', { message, command }), code: exitCodes.usage };
  return { words: said('defect', { message }), code: exitCodes.defect };
}
