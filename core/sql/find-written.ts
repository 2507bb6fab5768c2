import { type Token, tokens } from './tokens';

/**
 * Where SQL that is told of as `like` begins in a text: the first stretch of it, from `from` on, with the same words and signs. What
 * stands behind `…` may be anything, and where not all of `like` is found its beginning will do. `undefined` where not even that is.
 */
export function findWritten(sql: string, like: string, from = 0): number | undefined {
  const all = tokens(sql).filter((token) => token.start >= from && !isOuter(token));
  const wanted = tokens(like.split('…')[0] ?? '');
  for (let count = wanted.length; count > 0; count--) {
    const found = all.find((_, i) => wanted.slice(0, count).every((token, k) => same(token, all[i + k])));
    if (found) return found.start;
  }
  return undefined;
}

/** FULL JOIN and FULL OUTER JOIN are the same. */
const isOuter = ({ kind, value }: Token) => kind === 'word' && value.toUpperCase() === 'OUTER';

function same(wanted: Token, found: Token | undefined): boolean {
  const isName = (kind: Token['kind']) => kind === 'word' || kind === 'quoted';
  if (!found || (wanted.kind !== found.kind && !(isName(wanted.kind) && isName(found.kind)))) return false;
  return wanted.value.toUpperCase() === found.value.toUpperCase();
}
