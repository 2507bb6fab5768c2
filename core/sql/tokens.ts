export interface Token {
  kind: 'word' | 'quoted' | 'text' | 'number' | 'sign';
  /** The name or text meant, without quotes; `word` as written. */
  value: string;
  start: number;
  end: number;
}

const word = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const number = /(?:0[xX][0-9a-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)/y;
const dollarTag = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

/**
 * DuckDB's lexical rules (PostgreSQL's): nested block comments, doubled quotes, `E'…'` with backslashes, dollar quotes. Comments are left out.
 * @param mysql instead that backslashes escape in every text, back quotes surround names, and `#` begins a comment
 */
export function tokens(sql: string, { mysql = false } = {}): Token[] {
  const found: Token[] = [];
  let at = 0;
  const push = (kind: Token['kind'], value: string, end: number) => {
    found.push({ kind, value, start: at, end });
    at = end;
  };
  while (at < sql.length) {
    const char = sql.charAt(at);
    if (/\s/.test(char)) at++;
    else if (sql.startsWith('--', at) || (mysql && char === '#')) at = endOfLine(sql, at);
    else if (sql.startsWith('/*', at)) at = endOfComment(sql, at);
    else if (char === "'" || /^[eExXbB]'/.test(sql.slice(at, at + 2))) {
      const open = char === "'" ? at : at + 1;
      const end = endOfQuote(sql, open, "'", mysql || char === 'e' || char === 'E');
      const written = sql.slice(open + 1, end - 1).replaceAll("''", "'");
      push('text', mysql ? written.replaceAll(/\\([\s\S])/g, '$1') : written, end);
    } else if (char === '"' || (mysql && char === '`')) {
      const end = endOfQuote(sql, at, char, false);
      push('quoted', sql.slice(at + 1, end - 1).replaceAll(char + char, char), end);
    } else if (match(dollarTag, sql, at)) {
      const tag = match(dollarTag, sql, at) ?? '';
      const close = sql.indexOf(tag, at + tag.length);
      const end = close < 0 ? sql.length : close;
      push('text', sql.slice(at + tag.length, end), close < 0 ? end : end + tag.length);
    } else {
      const name = match(word, sql, at);
      const digits = name === undefined ? match(number, sql, at) : undefined;
      if (name !== undefined) push('word', name, at + name.length);
      else if (digits !== undefined) push('number', digits, at + digits.length);
      else push('sign', char, at + 1);
    }
  }
  return found;
}

function match(pattern: RegExp, sql: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0];
}

function endOfLine(sql: string, at: number): number {
  const rest = /[\n\r]/.exec(sql.slice(at));
  return rest ? at + rest.index : sql.length;
}

function endOfComment(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length; at++) {
    if (sql.startsWith('/*', at)) {
      depth++;
      at++;
    } else if (sql.startsWith('*/', at)) {
      depth--;
      at++;
      if (depth === 0) return at + 1;
    }
  }
  return sql.length;
}

/** @returns the offset after the closing quote; an unclosed quote runs to the end */
function endOfQuote(sql: string, open: number, quote: string, backslashes: boolean): number {
  for (let at = open + 1; at < sql.length; at++) {
    if (backslashes && sql.charAt(at) === '\\') at++;
    else if (sql.charAt(at) === quote) {
      if (sql.charAt(at + 1) !== quote) return at + 1;
      at++;
    }
  }
  return sql.length + 1;
}

/** The statement without the semicolons and comments after it. */
export function withoutTail(sql: string): string {
  const last = tokens(sql).findLast((token) => token.value !== ';' || token.kind !== 'sign');
  return last ? sql.slice(0, last.end) : '';
}

export function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.value === sign;
}

/** A word that is not in quotes. */
export function isWord(token: Token | undefined, like: RegExp): boolean {
  return token?.kind === 'word' && like.test(token.value);
}

/** A word, in quotes or not. */
export function isName(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'quoted';
}
