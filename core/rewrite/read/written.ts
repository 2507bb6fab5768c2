import type { Rule } from '../../model/rule';
import { childrenOf, mapTerm } from '../tree/map';
import { printTerm } from '../tree/print';
import type { Term } from '../tree/term';
import type { Here, Source } from './here';
import { columnsIn, findColumn } from './names';
import { excerpt, isClock, refuse, refusePart } from './refuse';

/** An expression over one row's own attributes stays as it is written. @throws AppError `rewrite-part`, `rewrite-mixed` */
export function writtenRule(term: Term, here: Here): Rule {
  const clock = clockIn(term);
  if (clock) return refuse('rewrite-clock', { part: clock.part }, clock.term);
  if (asksRows(term)) return refusePart(term);
  const sources = new Set(columnsIn(term, here).map((f) => f.source));
  if ([...sources].some((s) => s.anchor !== here.anchor) || sources.size > 1) return refuse('rewrite-mixed', { part: excerpt(term) }, term);
  const [source] = sources;
  const rule: Rule = { kind: 'sql', sql: printTerm(unqualified(term, here)) };
  if (!source || source.path.length === 0) return rule;
  return source.sure || isNullOverNulls(term)
    ? { kind: 'related', quantifier: 'some', path: source.path, where: rule }
    : refuseAbsent(term, source);
}

function refuseAbsent(term: Term, source: Source): never {
  return refuse('rewrite-absent', { part: excerpt(term), table: source.name }, term);
}

function clockIn(term: Term): { part: string; term: Term } | undefined {
  if (term.kind === 'call' && (isClock(term.name) || (term.name === 'age' && term.args.length === 1)))
    return { part: `${term.name}()`, term };
  return childrenOf(term)
    .map(clockIn)
    .find((found) => found !== undefined);
}

/** Queries, windows and aggregates ask more than one row. */
function asksRows(term: Term): boolean {
  if (term.kind === 'exists' || term.kind === 'scalar' || term.kind === 'in-query' || term.kind === 'row-number') return true;
  if (term.kind === 'call' && (term.distinct || /^(count|sum|avg|min|max)$/.test(term.name))) return true;
  return childrenOf(term).some(asksRows);
}

const nullIn: ReadonlySet<string> = new Set(
  '+ - * / || abs round floor ceil lower upper trim ltrim rtrim length left right substring replace strip_accents contains starts_with ends_with prefix suffix regexp_matches regexp_full_match year month day quarter week date_part date_trunc date_diff datediff ILIKE GLOB reverse split_part'.split(
    ' ',
  ),
);

/** Whether a condition is NULL where every column is. */
function isNullOverNulls(term: Term): boolean {
  switch (term.kind) {
    case 'column':
      return true;
    case 'compare':
      return !term.op.startsWith('IS') && (isNullOverNulls(term.left) || isNullOverNulls(term.right));
    case 'and':
    case 'or':
      return term.all.every(isNullOverNulls);
    case 'not':
    case 'cast':
    case 'collate':
    case 'in':
    case 'like':
      return isNullOverNulls(term.inner);
    case 'call':
      return nullIn.has(term.name) && term.args.some(isNullOverNulls);
    default:
      return false;
  }
}

/** Columns by their own names, as the attributes they are. */
function unqualified(term: Term, here: Here): Term {
  if (term.kind === 'column') return { kind: 'column', name: findColumn(term, here).attribute.name };
  return mapTerm(term, (child) => unqualified(child, here));
}
