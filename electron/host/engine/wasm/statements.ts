import { AppError } from '../../../../core/base/errors';
import type { StatementOptions } from '../../../../core/ports/engine';
import { statementsIn } from '../../../../core/sql/statements';
import { type Token, tokens } from '../../../../core/sql/tokens';
import { quoteText } from '../copy';

/** The statements of a text, without their semicolons; empty ones are left out. */
export function split(sql: string): string[] {
  return statementsIn(sql).map((statement) => statement.sql);
}

type Parameters = NonNullable<StatementOptions['parameters']>;

/** Writes the parameters where the `?` marks stand: a statement that can be cancelled cannot have parameters in this engine. */
export function withParameters(sql: string, parameters: Parameters): string {
  let out = '';
  let done = 0;
  let next = 0;
  for (const token of tokens(sql)) {
    if (token.kind !== 'sign' || token.value !== '?') continue;
    const value = parameters[next++];
    if (value === undefined) throw new AppError('sql-error', { reason: `there is no value for parameter ${next}` });
    out += sql.slice(done, token.start) + written(value);
    done = token.end;
  }
  if (next < parameters.length) throw new AppError('sql-error', { reason: `${parameters.length} values for ${next} parameters` });
  return out + sql.slice(done);
}

/** For binding alone, when values are not known yet. */
export function withNulls(sql: string): string {
  const count = tokens(sql).filter((token) => token.kind === 'sign' && token.value === '?').length;
  return withParameters(
    sql,
    Array.from({ length: count }, () => null),
  );
}

/** Joins of the same tables without naming columns, which DuckDB's list of the tables a statement reads does not know. */
export function withoutUsing(sql: string): string {
  const found = tokens(sql);
  let out = '';
  let done = 0;
  for (const [at, token] of found.entries()) {
    const end = token.kind === 'word' && token.value.toLowerCase() === 'using' ? endOfNames(found.slice(at + 1)) : undefined;
    if (end === undefined) continue;
    out += `${sql.slice(done, token.start)}ON TRUE`;
    done = end;
  }
  return out + sql.slice(done);
}

/** The same for NATURAL joins, whose columns are those that both tables have. */
export function withoutNatural(sql: string): string {
  const found = tokens(sql);
  let out = '';
  let done = 0;
  for (const [at, token] of found.entries()) {
    if (token.kind !== 'word' || token.value.toLowerCase() !== 'natural') continue;
    const join = found.findIndex((other, i) => i > at && other.kind === 'word' && other.value.toLowerCase() === 'join');
    const end = found[join]?.end;
    if (end === undefined) continue;
    out += `${sql.slice(done, token.start)}CROSS JOIN`;
    done = end;
  }
  return out + sql.slice(done);
}

/** Where a list of names in brackets ends, if the tokens begin with one. */
function endOfNames(found: readonly Token[]): number | undefined {
  const close = found.findIndex((token) => token.kind === 'sign' && token.value === ')');
  const list = found.slice(0, close + 1);
  const fits = list.every((token, i) => {
    if (i === 0 || i === close) return token.kind === 'sign' && token.value === (i === 0 ? '(' : ')');
    return i % 2 === 1 ? token.kind === 'word' || token.kind === 'quoted' : token.kind === 'sign' && token.value === ',';
  });
  return close > 1 && fits ? list[close]?.end : undefined;
}

const collations = /^(nocase|noaccent|nfc)$/i;

/** For the list of tables alone: it is made without types, and a collation wants text. */
export function withoutCollations(sql: string): string {
  const found = tokens(sql);
  let out = '';
  let done = 0;
  found.forEach((token, at) => {
    if (token.kind !== 'word' || token.value.toLowerCase() !== 'collate' || !collations.test(found[at + 1]?.value ?? '')) return;
    let last = at + 1;
    while (found[last + 1]?.value === '.' && collations.test(found[last + 2]?.value ?? '')) last += 2;
    out += sql.slice(done, token.start);
    done = found[last]?.end ?? sql.length;
  });
  return out + sql.slice(done);
}

function written(value: Parameters[number]): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return quoteText(value);
  if (typeof value === 'boolean') return String(value);
  if (!Number.isFinite(value)) return `'${Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'}'::DOUBLE`;
  if (Number.isSafeInteger(value)) return value < 0 ? `(${value})` : String(value);
  return `'${value}'::DOUBLE`;
}

/** Whether a statement gives rows and can stand inside another. */
export function isQuery(sql: string): boolean {
  const first = tokens(sql).find((token) => token.kind !== 'sign' || token.value !== '(');
  return first?.kind === 'word' && /^(select|with|from|values|table|pivot|unpivot)$/i.test(first.value);
}

/**
 * What this engine lacks and would not say clearly: AT TIME ZONE breaks it, INSTALL pretends to work.
 * @throws AppError `engine-extension-missing`
 */
export function refuseMissing(sql: string) {
  const words = tokens(sql).map((token) => (token.kind === 'word' ? token.value.toLowerCase() : ''));
  const lacks = (need: string) => {
    throw new AppError('engine-extension-missing', { need });
  };
  if (words[0] === 'install' || words[0] === 'load') lacks('INSTALL, LOAD');
  words.forEach((word, at) => {
    if (word === 'timezone' || (word === 'at' && words[at + 1] === 'time' && words[at + 2] === 'zone')) lacks('icu');
  });
}
