import { isAlias, isKeyword } from './keywords';
import { isName, isSign, isWord, type Token } from './tokens';

/** A name that stands where a table is read, be it a table or what the SQL calls so itself. */
export interface TableAt {
  /** The schema, where it is said. */
  first: Token;
  last: Token;
  /** Whether it has another name too. */
  aliased: boolean;
}

/** Between two brackets, or all of the SQL. */
interface Part {
  /** Commas part tables. */
  listed: boolean;
  /** Arguments of a function, some of which say FROM between them. */
  called: boolean;
}

/** The tables SQL reads from; none of the functions that stand where a table may stand. */
export function tablesIn(all: readonly Token[]): TableAt[] {
  const found: TableAt[] = [];
  const parts: Part[] = [{ listed: false, called: false }];
  let awaited = false;
  for (let i = 0; i < all.length; i++) {
    const token = all[i];
    const part = parts.at(-1) ?? { listed: false, called: false };
    if (isOneOf(token, '([{')) parts.push({ listed: awaited && isSign(token, '('), called: isCalled(all[i - 1]) });
    else if (isOneOf(token, ')]}')) {
      if (parts.length > 1) parts.pop();
      awaited = false;
    } else if (isSign(token, ',')) awaited = part.listed;
    else if (token && isName(token) && isSaid(all, i)) {
      if (isFrom(all, i, part)) part.listed = awaited = true;
      else if (isWord(token, /^(join|table)$/i) || isTurned(all, i)) awaited = true;
      else if (isWord(token, endsFrom)) {
        part.listed = awaited = false;
        if (isWord(token, /^(select|with)$/i)) part.called = false;
      } else if (awaited && !isWord(token, /^lateral$/i)) {
        const end = endOfPath(all, i);
        const [last, after] = [all[end], all[end + 1]];
        awaited = isPrefix(all, end);
        if (last && !awaited && !isSign(after, '(') && !(token.kind === 'word' && isKeyword(token.value)))
          found.push({ first: token, last, aliased: isAlias(after) || isPrefix(all, i - 2) });
        i = awaited ? end + 1 : end;
      }
    } else awaited = false;
  }
  return found;
}

const endsFrom = /^(where|group|having|window|qualify|order|limit|offset|union|intersect|except|select|with|values)$/i;

const isOneOf = (token: Token | undefined, signs: string) => token?.kind === 'sign' && signs.includes(token.value);

/** Words behind a dot or AS are names, whatever they are. */
const isSaid = (all: readonly Token[], i: number) => !isSign(all[i - 1], '.') && !isWord(all[i - 1], /^as$/i);

/** `name: table` */
const isPrefix = (all: readonly Token[], i: number) => isName(all[i]) && isSign(all[i + 1], ':') && !isSign(all[i + 2], ':');

function isCalled(before: Token | undefined): boolean {
  if (before?.kind !== 'word') return before?.kind === 'quoted';
  return !isKeyword(before.value) || /^(extract|trim|substring|overlay|position)$/i.test(before.value);
}

function isFrom(all: readonly Token[], i: number, { called }: Part): boolean {
  const before = all[i - 1];
  if (!isWord(all[i], /^from$/i) || isWord(before, /^distinct$/i)) return false;
  return !called || (isSign(before, '(') && !isWord(all[i - 2], /^trim$/i));
}

/** PIVOT and UNPIVOT turn a table where they begin a query. */
function isTurned(all: readonly Token[], i: number): boolean {
  const before = all[i - 1];
  if (!isWord(all[i], /^(un)?pivot$|^pivot_(wider|longer)$/i)) return false;
  return before === undefined || isSign(before, '(') || (isSign(before, ')') && !isSign(all[i + 1], '('));
}

/** Where a name with others before it, `schema.table`, ends. */
export function endOfPath(all: readonly Token[], i: number): number {
  return isSign(all[i + 1], '.') && isName(all[i + 2]) ? endOfPath(all, i + 2) : i;
}
