import { channels } from '../../model/message';
import type { Rule } from '../../model/rule';
import type { HistoryTable } from '../../model/workspace';
import { mapTerm } from '../tree/map';
import { sameTerm } from '../tree/same';
import { columnOf, compared, conjuncts, type QueryTree, type Term } from '../tree/term';
import { logConditions, tiesOf } from '../write/history';
import { rowsOf } from '../write/rows';
import type { Here } from './here';
import { findColumn } from './names';
import { openSelect } from './open-select';
import { operandOf } from './operand';

type Asked = Parameters<typeof logConditions>[0];

/**
 * What communication history says of the person at hand: recognised by being written again with what the conditions name.
 * `undefined` for any other EXISTS.
 */
export function historyIn(query: QueryTree, here: Here): Rule | undefined {
  const { profile } = here.names;
  const table = profile?.history;
  if (query.kind !== 'select' || query.from.kind !== 'table' || !table || here.anchor.entity.name !== profile.entity) return undefined;
  const opened = openSelect(query, here);
  const [log] = opened.here.scope.sources;
  if (!log || log.entity.name !== table.entity || query.having || query.groupBy) return undefined;
  const own = (term: Term): Term => {
    if (term.kind !== 'column') return mapTerm(term, own);
    const { source, attribute } = findColumn(term, opened.here);
    const person = source.anchor === here.anchor && source.path.length === 0;
    return columnOf(source === log ? 'log' : person ? 'person' : 'other', attribute.name);
  };
  const conditions = conjuncts(query.where).map(own);
  const ties = tiesOf(profile, { entity: here.anchor.entity, alias: 'person' }, { entity: log.entity, alias: 'log' });
  const asked = conditions.filter((term) => !ties.some((tie) => isTie(term, tie)));
  const rows = { ...rowsOf({ model: here.names.model, parsed: new Map() }, log.entity), alias: 'log' };
  const told = whatIsAsked(asked, table, (name) => columnOf('log', name));
  const again = logConditions(told, table, rows).flatMap(conjuncts);
  const same = again.length === asked.length && again.every((a) => asked.some((b) => sameTerm(a, b)));
  const tied = conditions.length - asked.length === ties.length && ties.every((tie) => conditions.some((term) => isTie(term, tie)));
  return same && tied ? { kind: 'history', ...told, happened: true } : undefined;
}

/** Whether both sides are those of the tie, whichever is written first. */
function isTie(term: Term, tie: Term): boolean {
  if (sameTerm(term, tie)) return true;
  return term.kind === 'compare' && term.op === '=' && sameTerm(compared(term.right, '=', term.left), tie);
}

function whatIsAsked(conditions: readonly Term[], table: HistoryTable, column: (name: string) => Term): Asked {
  const value = (name: string | undefined) => {
    if (name === undefined) return undefined;
    const found = conditions.find((t) => t.kind === 'compare' && t.op === '=' && names(t.left, column(name)));
    return found?.kind === 'compare' && found.right.kind === 'text' ? found.right.value : undefined;
  };
  const channel = channels.find((c) => c === value(table.channel));
  const [campaign, message] = [value(table.campaign), value(table.message)];
  const answered = conditions.some((t) => t.kind === 'in' && table.status !== undefined && names(t.inner, column(table.status)));
  const since = conditions
    .map((t) => (t.kind === 'compare' && t.op === '>=' ? operandOf(t.right) : undefined))
    .find((o) => o?.kind === 'today');
  return {
    event: answered ? 'responded' : 'sent',
    ...(campaign === undefined ? {} : { campaign }),
    ...(message === undefined ? {} : { message }),
    ...(channel === undefined ? {} : { channel }),
    ...(since?.kind === 'today' && since.offset < 0 ? { within: { count: -since.offset, unit: since.unit } } : {}),
  };
}

/** Whether a term is made of that column. */
function names(term: Term, column: Term): boolean {
  let found = sameTerm(term, column);
  mapTerm(term, (child) => {
    found ||= names(child, column);
    return child;
  });
  return found;
}
