import { type Splice, splice } from './splice';
import { tokens } from './tokens';

interface Reference {
  name: string;
  start: number;
  end: number;
}

/** Names written `$name`, each once, in order; not those in quotes, comments or longer words. */
export function namesIn(sql: string): string[] {
  return [...new Set(references(sql).map((r) => r.name))];
}

/**
 * Puts SQL values where `$name` stands; a name without any stays as it is. Each is wrapped in brackets, so that it stays one value whatever is beside it;
 * several are separated by commas, as in `IN ($countries)`, where none is a query without rows.
 */
export function withValues(sql: string, valuesOf: (name: string) => readonly string[] | undefined): string {
  return splice(sql, valueSplices(sql, valuesOf)).text;
}

/** What `withValues` puts where. */
export function valueSplices(sql: string, valuesOf: (name: string) => readonly string[] | undefined): Splice[] {
  return nameSplices(sql, (name) => {
    const values = valuesOf(name)?.map((value) => `(${value})`);
    return values?.length === 0 ? 'SELECT NULL WHERE FALSE' : values?.join(', ');
  });
}

/** Puts other SQL where `$name` stands, as it is given; a name without any stays. */
export function withNames(sql: string, textOf: (name: string) => string | undefined): string {
  return splice(sql, nameSplices(sql, textOf)).text;
}

function nameSplices(sql: string, textOf: (name: string) => string | undefined): Splice[] {
  return references(sql).flatMap(({ name, start, end }) => {
    const text = textOf(name);
    return text === undefined ? [] : [{ start, end, text }];
  });
}

function references(sql: string): Reference[] {
  const found = tokens(sql);
  return found.flatMap((token, i) => {
    const next = found[i + 1];
    const named = next && next.start === token.end && (next.kind === 'word' || next.kind === 'number');
    return named && token.kind === 'sign' && token.value === '$' ? [{ name: next.value, start: token.start, end: next.end }] : [];
  });
}
