import type { DataModel, Entity } from '../../../core/model/entity';
import { type DerivedTable, derivedTablesIn } from '../../../core/sql/derived-tables';
import { isKeyword } from '../../../core/sql/keywords';
import { type Token, tokens } from '../../../core/sql/tokens';

/** A column that a query can name, and the entity it comes from where that is known. */
export interface KnownColumn {
  name: string;
  entity?: Entity;
}

/** A table that a query reads, under the name it goes by there. */
export interface TableInQuery {
  alias: string;
  table: string;
  entity?: Entity;
  columns: KnownColumn[];
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** The tables one statement reads: entities, audiences' members, and those it makes for itself. */
export function tablesInQuery(model: DataModel, audiences: readonly { id: string; dimension: string }[], sql: string): TableInQuery[] {
  const derived = derivedTablesIn(sql);
  const all = tokens(sql);
  const found = all.flatMap((token, i): TableInQuery[] => {
    if (token.kind !== 'word' || !/^(from|join)$/i.test(token.value)) return [];
    const [first, dot, second] = [all[i + 1], all[i + 2], all[i + 3]];
    if (!isName(first)) return [];
    const qualified = dot?.value === '.' && isName(second);
    const table = qualified ? second.value : first.value;
    const alias = aliasAt(all, i + (qualified ? 4 : 2)) ?? table;
    if (qualified && same(first.value, 'audience')) {
      const dimension = audiences.find((a) => same(a.id, table))?.dimension;
      const entity = model.entities.find((e) => e.name === dimension);
      return entity ? [{ alias, table, columns: entity.key.map((name) => ({ name, entity })) }] : [];
    }
    const known = tableNamed(model, derived, table, 0);
    return known ? [{ alias, table, ...known }] : [];
  });
  const subqueries = derived
    .filter((d) => !found.some((f) => same(f.table, d.name)))
    .map((d) => ({ alias: d.name, table: d.name, columns: columnsOf(model, derived, d, 0) }));
  return [...found, ...subqueries];
}

/** Names that query each other in a circle are followed so far. */
const deepest = 8;

function tableNamed(
  model: DataModel,
  derived: readonly DerivedTable[],
  name: string,
  depth: number,
): Omit<TableInQuery, 'alias' | 'table'> | undefined {
  const made = derived.find((d) => same(d.name, name));
  if (made && depth < deepest) return { columns: columnsOf(model, derived, made, depth + 1) };
  const entity = model.entities.find((e) => same(e.name, name));
  return entity && { entity, columns: entity.attributes.map((a) => ({ name: a.name, entity })) };
}

function columnsOf(
  model: DataModel,
  derived: readonly DerivedTable[],
  { columns, stars, reads }: DerivedTable,
  depth: number,
): KnownColumn[] {
  const sources = reads.flatMap((table) => (depth < deepest ? (tableNamed(model, derived, table, depth + 1)?.columns ?? []) : []));
  const named = columns.map((name): KnownColumn => {
    const entity = sources.find((source) => same(source.name, name))?.entity;
    return entity ? { name, entity } : { name };
  });
  return [...named, ...(stars.length > 0 ? sources : [])];
}

function aliasAt(all: readonly Token[], at: number): string | undefined {
  const token = all[at];
  if (token?.kind === 'word' && same(token.value, 'as')) return all[at + 1]?.value;
  return isName(token) && !(token.kind === 'word' && isKeyword(token.value)) ? token.value : undefined;
}

function isName(token: Token | undefined): token is Token {
  return token?.kind === 'word' || token?.kind === 'quoted';
}
