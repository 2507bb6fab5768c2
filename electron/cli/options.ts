import { type Command, InvalidArgumentError, Option } from 'commander';

export interface WorkspaceOptions {
  json?: true;
  engine?: 'native' | 'wasm';
}

export interface MomentOptions extends WorkspaceOptions {
  asOf?: string;
}

export interface BasisOptions extends MomentOptions {
  /** Texts by variable. */
  set?: Record<string, string>;
}

/** The options every command has. */
export function described(command: Command, words: string): Command {
  return command.description(words).option('--json', 'print one JSON document instead of words');
}

export function engineOption(): Option {
  return new Option('--engine <kind>', 'database engine').choices(['native', 'wasm']);
}

export function asOfOption(): Option {
  return new Option('--as-of <instant>', 'the moment taken for now, such as 2026-03-01T09:00:00Z').argParser(readInstant);
}

export function setOption(): Option {
  return new Option('--set <name=value>', 'a value for a variable of the campaign; may be repeated').argParser(readSetting);
}

function readSetting(text: string, before: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write a name and a value: season=summer.');
  return { ...before, [text.slice(0, at).trim()]: text.slice(at + 1) };
}

/** One value more of an option that may be repeated. */
export function repeated(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** An instant with its zone, as UTC. */
export function readInstant(text: string): string {
  const form = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/i.exec(text);
  const time = form ? Date.parse(text.replace(' ', 'T').toUpperCase()) : Number.NaN;
  if (Number.isNaN(time) || !isDay(form?.[1] ?? ''))
    throw new InvalidArgumentError('Write a date, a time and a zone: 2026-03-01T09:00:00Z.');
  return new Date(time).toISOString();
}

/** `Date.parse` takes 31 February for 3 March. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,15}$/.test(text) || value < low || value > high)
      throw new InvalidArgumentError(`Write a whole number from ${low} to ${high}.`);
    return value;
  };
}

/** `A,B` as its parts. */
export function names(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.some((part) => part === '')) throw new InvalidArgumentError('Write names with commas between: A,B.');
  return parts;
}
