import type { Token } from '../tokens';

/** Reads the tokens of one statement, or of a part of it, from left to right. */
export interface Cursor {
  /** The next token as a word in capitals, empty when it is none. */
  word(ahead?: number): string;
  sign(): string;
  done(): boolean;
  skip(count?: number): void;
  /** Whether these words come next; they are skipped when they do. */
  take(...words: string[]): boolean;
  /** Every part of a name such as `a.b.c`, as it was meant. */
  path(): string[];
  /** The last part of a name. */
  name(): string | undefined;
  /** A text in quotes. */
  text(): string | undefined;
  /** What stands between the brackets that come next. */
  brackets(): Token[] | undefined;
}

export function cursorOver(tokens: readonly Token[]): Cursor {
  let at = 0;
  const next = (ahead = 0) => tokens[at + ahead];
  const isSign = (token: Token | undefined, value: string) => token?.kind === 'sign' && token.value === value;
  const cursor: Cursor = {
    word: (ahead = 0) => (next(ahead)?.kind === 'word' ? (next(ahead)?.value.toUpperCase() ?? '') : ''),
    sign: () => (next()?.kind === 'sign' ? (next()?.value ?? '') : ''),
    done: () => at >= tokens.length,
    skip(count = 1) {
      at += count;
    },
    take(...words) {
      if (!words.every((word, i) => cursor.word(i) === word)) return false;
      at += words.length;
      return true;
    },
    path() {
      const parts: string[] = [];
      for (let token = next(); token?.kind === 'word' || token?.kind === 'quoted'; token = next()) {
        parts.push(token.value);
        at++;
        if (!isSign(next(), '.')) break;
        at++;
      }
      return parts;
    },
    name: () => cursor.path().at(-1),
    text() {
      const token = next();
      if (token?.kind !== 'text') return undefined;
      at++;
      return token.value;
    },
    brackets() {
      if (!isSign(next(), '(')) return undefined;
      const start = at + 1;
      let depth = 0;
      for (; at < tokens.length; at++) {
        if (isSign(next(), '(')) depth++;
        if (isSign(next(), ')') && --depth === 0) break;
      }
      at++;
      return tokens.slice(start, at - 1);
    },
  };
  return cursor;
}

/** Parts between the signs, those inside brackets left whole. */
export function partsOf(tokens: readonly Token[], sign: ',' | ';'): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'sign' && (token.value === '(' || token.value === '[')) depth++;
    if (token.kind === 'sign' && (token.value === ')' || token.value === ']')) depth--;
    if (token.kind === 'sign' && token.value === sign && depth <= 0) {
      parts.push([]);
      depth = 0;
    } else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
