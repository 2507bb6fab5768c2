import { channels } from '../../model/message';
import type { Rule } from '../../model/rule';
import type { HistoryTable } from '../../model/workspace';
import { mapTerm } from '../tree/map';
import type { QueryTree } from '../tree/query-tree';
import { sameTerm } from '../tree/same';
import { columnOf, conjuncts, type Term } from '../tree/term';
import { logConditions } from '../write/history';
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
  const table = here.names.profile?.history;
  if (query.kind !== 'select' || query.from.kind !== 'table' || !table || here.anchor.entity.name !== here.names.profile?.entity)
    return undefined;
  const opened = openSelect(query, here);
  const [log] = opened.here.scope.sources;
  if (!log || log.entity.name !== table.entity || query.having || query.groupBy) return undefined;
  const own = (term: Term): Term => {
    if (term.kind !== 'column') return mapTerm(term, own);
    const { source, attribute } = findColumn(term, opened.here);
    return columnOf(source === log ? 'log' : 'row', attribute.name);
  };
  const conditions = conjuncts(query.where);
  const untied = conditions.filter((term) => !isTie(term, table, opened.here, here));
  const asked = untied.map(own);
  const rows = { ...rowsOf({ model: here.names.model, parsed: new Map() }, log.entity), alias: 'log' };
  const told = whatIsAsked(asked, table, (name) => columnOf('log', name));
  const again = logConditions(told, table, rows).flatMap(conjuncts);
  const same = again.length === asked.length && again.every((a) => asked.some((b) => sameTerm(a, b)));
  const tied = conditions.length - untied.length === here.anchor.entity.key.length;
  return same && tied ? { kind: 'history', ...told, happened: true } : undefined;
}

/** The log names the person by the key, in its order. */
function isTie(term: Term, table: HistoryTable, inside: Here, outside: Here): boolean {
  if (term.kind !== 'compare' || term.op !== '=' || term.left.kind !== 'column' || term.right.kind !== 'column') return false;
  const sides = [findColumn(term.left, inside), findColumn(term.right, inside)];
  const person = sides.find((s) => s.source.anchor === outside.anchor && s.source.path.length === 0);
  const log = sides.find((s) => s.source === inside.scope.sources[0]);
  const at = table.profile.indexOf(log?.attribute.name ?? '');
  return at >= 0 && person?.attribute.name === outside.anchor.entity.key[at];
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
