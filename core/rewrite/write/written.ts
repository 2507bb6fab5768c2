import { sameName } from '../../base/same-name';
import { onOneLine } from '../../sql/one-line';
import { mapTerm } from '../tree/map';
import { columnOf, compared, numberOf, type Term } from '../tree/term';
import type { Rows } from './rows';

/**
 * An expression a person wrote over an entity's own attributes: with their names where it was taken apart, else as it stands
 * and in a query of its own, where they mean nothing else.
 */
export function writtenCondition(sql: string, rows: Rows): Term {
  const parsed = rows.writing.parsed.get(sql);
  return parsed ? qualified(parsed, rows) : alone(sql, rows);
}

function qualified(term: Term, rows: Rows): Term {
  if (term.kind === 'column') return columnOf(rows.alias, attributeName(term.name, rows));
  return mapTerm(term, (child) => qualified(child, rows));
}

function attributeName(name: string, rows: Rows): string {
  return rows.entity.attributes.find((a) => sameName(a.name, name))?.name ?? name;
}

function alone(sql: string, rows: Rows): Term {
  const { name, key } = rows.entity;
  const ties = key.map((k) => compared(columnOf(name, k), '=', columnOf(rows.alias, k)));
  const where: Term = { kind: 'and', all: [...ties, { kind: 'raw', sql: onOneLine(sql) }] };
  return { kind: 'exists', query: { kind: 'select', columns: [{ is: numberOf(1) }], from: { kind: 'table', name }, where } };
}
