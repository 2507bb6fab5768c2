import { isKeyword } from './keywords';
import { isSign, isWord, type Token, tokens } from './tokens';

/** A table that a query makes for itself: a common table expression, or a subquery with a name. */
export interface DerivedTable {
  name: string;
  columns: string[];
  /** Tables whose columns it has too, by name as written; empty text: all that it reads. */
  stars: string[];
  /** Names of what it reads. */
  reads: string[];
}

/** Tables that a query makes for itself, as far as their form tells without binding anything. */
export function derivedTablesIn(sql: string): DerivedTable[] {
  const all = tokens(sql);
  return all.flatMap((token, open) => {
    if (!isSign(token, '(') || !isWord(all[open + 1], /^(select|from|with)$/i)) return [];
    const close = closing(all, open);
    const [before, listed] = namesBefore(all, open);
    const name = before ?? nameAfter(all, close);
    if (name === undefined) return [];
    return [{ name, ...shapeOf(all.slice(open + 1, close), listed) }];
  });
}

/** `name [(columns)] AS [[NOT] MATERIALIZED] (`, read backwards. */
function namesBefore(all: readonly Token[], open: number): [name: string | undefined, columns: string[] | undefined] {
  let at = open - 1;
  while (isWord(all[at], /^(not|materialized)$/i)) at--;
  if (!isWord(all[at], /^as$/i)) return [undefined, undefined];
  at--;
  let columns: string[] | undefined;
  if (isSign(all[at], ')')) {
    const start = all.findLastIndex((token, i) => i < at && isSign(token, '('));
    columns = all.slice(start + 1, at).flatMap((token) => nameOf(token) ?? []);
    at = start - 1;
  }
  return [nameOf(all[at]), columns];
}

function nameAfter(all: readonly Token[], close: number): string | undefined {
  return nameOf(all[isWord(all[close + 1], /^as$/i) ? close + 2 : close + 1]);
}

function shapeOf(body: readonly Token[], listed: string[] | undefined): Omit<DerivedTable, 'name'> {
  const depths = depthsOf(body);
  const top = (test: (token: Token) => boolean, after = -1) => body.findIndex((token, i) => i > after && depths[i] === 0 && test(token));
  const select = top((token) => isWord(token, /^select$/i));
  const from = top((token) => isWord(token, /^from$/i), select);
  const reads = body.flatMap((token, i) => (isWord(token, /^(from|join)$/i) && depths[i] === 0 ? (nameOf(body[i + 1]) ?? []) : []));
  if (listed) return { columns: listed, stars: [], reads };
  if (select < 0) return { columns: [], stars: [''], reads };
  const items = split(body.slice(select + 1, from < 0 ? body.length : from));
  return {
    columns: items.flatMap((item) => outputName(item) ?? []),
    stars: items.flatMap((item) => starOf(item) ?? []),
    reads,
  };
}

function split(list: readonly Token[]): Token[][] {
  const depths = depthsOf(list);
  const items: Token[][] = [[]];
  for (const [i, token] of list.entries()) {
    if (depths[i] === 0 && isSign(token, ',')) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items.map((item) => (isWord(item[0], /^(distinct|all)$/i) ? item.slice(1) : item));
}

/** The name of an item of a SELECT list: its alias, or the last part of a plain name. */
function outputName(item: readonly Token[]): string | undefined {
  const [last, before] = [item.at(-1), item.at(-2)];
  const name = nameOf(last);
  if (name === undefined) return undefined;
  if (before === undefined || isWord(before, /^as$/i) || isSign(before, '.') || isSign(before, ')')) return name;
  return before.kind === 'sign' || (last?.kind === 'word' && isKeyword(name)) ? undefined : name;
}

function starOf(item: readonly Token[]): string | undefined {
  if (isSign(item[0], '*')) return '';
  return isSign(item[1], '.') && isSign(item[2], '*') ? nameOf(item[0]) : undefined;
}

/** How many brackets are open around each token; the brackets themselves are inside. */
function depthsOf(list: readonly Token[]): number[] {
  let depth = 0;
  return list.map((token) => {
    if (isSign(token, '(') || isSign(token, '[')) return ++depth;
    if (isSign(token, ')') || isSign(token, ']')) return depth--;
    return depth;
  });
}

function closing(all: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < all.length; i++) {
    if (isSign(all[i], '(')) depth++;
    else if (isSign(all[i], ')') && --depth === 0) return i;
  }
  return all.length;
}

function nameOf(token: Token | undefined): string | undefined {
  if (token?.kind === 'quoted') return token.value;
  return token?.kind === 'word' &&
    !/^(select|from|where|group|order|limit|on|join|left|right|inner|full|cross|union|as|end)$/i.test(token.value)
    ? token.value
    : undefined;
}
