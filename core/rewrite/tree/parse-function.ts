import type { PeriodUnit } from '../../model/rule';
import { type Json, only, refuse, stringOf } from './json';
import { callOf, infix, notOf, type Term } from './term';

const patterns: ReadonlySet<string> = new Set(['~~', '!~~', 'like_escape', 'not_like_escape']);
const wordOperators: Readonly<Record<string, string>> = { '~~*': 'ILIKE', '~~~': 'GLOB' };
const units: Readonly<Record<string, PeriodUnit>> = { to_days: 'day', to_weeks: 'week', to_months: 'month', to_years: 'year' };

/** A function or an operator; `args` are its parsed arguments. */
export function functionOf(node: Json, args: Term[]): Term {
  const name = stringOf(node.function_name).toLowerCase();
  only(node, name, ['function_name', 'schema', 'children', 'distinct', 'is_operator']);
  if (node.schema !== '' && node.schema !== 'main') return refuse(`${String(node.schema)}.${name}`);
  const [first, second, third] = args;
  if (name === 'count_star') return callOf('count');
  if (patterns.has(name) && first && second) return likeOf(name, first, second, third);
  if (name === '!~~*' && first && second) return notOf(infix(first, 'ILIKE', second));
  const unit = units[name];
  if (unit && first && args.length === 1) return { kind: 'interval', count: wholeCount(first), unit };
  return {
    kind: 'call',
    name: wordOperators[name] ?? name,
    args,
    ...(node.distinct === true ? { distinct: true } : {}),
    ...(node.is_operator === true ? { infix: true } : {}),
  };
}

function likeOf(name: string, inner: Term, pattern: Term, escape: Term | undefined): Term {
  if (escape && (escape.kind !== 'text' || [...escape.value].length !== 1)) return refuse('ESCAPE');
  const like: Term = { kind: 'like', inner, pattern, ...(escape?.kind === 'text' ? { escape: escape.value } : {}) };
  return name === '!~~' || name === 'not_like_escape' ? notOf(like) : like;
}

/** `INTERVAL n DAY` comes as `to_days(CAST(trunc(CAST(n AS DOUBLE)) AS INTEGER))`. */
function wholeCount(term: Term): Term {
  if (term.kind !== 'cast' || term.type !== 'INTEGER' || term.inner.kind !== 'call' || term.inner.name !== 'trunc') return term;
  const [inner] = term.inner.args;
  return inner?.kind === 'cast' && inner.type === 'DOUBLE' ? inner.inner : term;
}
