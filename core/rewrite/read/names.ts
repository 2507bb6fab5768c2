import { isFields } from '../../base/fields';
import { unreachable } from '../../base/never';
import { sameName } from '../../base/same-name';
import type { Attribute, Entity } from '../../model/entity';
import { audienceSchema } from '../../sql/audiences-in-sql';
import type { FromTree, QueryTree, SelectTree, Term } from '../tree/term';
import type { Anchor, Found, Here, Names, Scope, Source } from './here';
import { isClock, refuse } from './refuse';

type Column = Extract<Term, { kind: 'column' }>;

/** What a column means: of the innermost tables that have it, whatever its case. */
export function findColumn(column: Column, here: Pick<Here, 'scope' | 'bound'>): Found {
  const bound = here.bound.get(column);
  if (bound) return bound;
  for (let scope: Scope | undefined = here.scope; scope; scope = scope.outer) {
    const found = scope.sources.flatMap((source) => foundIn(source, column));
    if (found.length > 1) break;
    if (found[0]) return found[0];
    if (column.table === undefined && scope.aliases.some((alias) => sameName(alias, column.name))) break;
  }
  if (column.table === undefined && isClock(column.name)) return refuse('rewrite-clock', { part: column.name }, column);
  return refuse('rewrite-part', { part: column.table === undefined ? column.name : `${column.table}.${column.name}` }, column);
}

function foundIn(source: Source, column: Column): Found[] {
  if (column.table !== undefined && !sameName(source.name, column.table)) return [];
  const attribute = attributeOf(source.entity, column.name);
  return attribute ? [{ source, attribute }] : [];
}

export function attributeOf(entity: Entity, name: string): Attribute | undefined {
  return entity.attributes.find((a) => sameName(a.name, name));
}

/** A table by the name it has in the query, with rows of its own. */
export function sourceOf(entity: Entity, name: string): Source {
  return { name, entity, anchor: { entity }, path: [] };
}

/** The tables that a FROM names, at any depth of joins. */
export function sourcesOf(from: FromTree, names: Names): Source[] {
  switch (from.kind) {
    case 'table':
      return [tableNamed(from, names)];
    case 'query':
      return [sourceOf(outputsAsEntity(from.query, from.as, names), from.as)];
    case 'join':
      return [...sourcesOf(from.left, names), ...(from.type === 'semi' || from.type === 'anti' ? [] : sourcesOf(from.right, names))];
    default:
      return unreachable(from);
  }
}

/** Names that a SELECT gives to what it returns: they may be read in its conditions, before what is around it. */
export function aliasesOf(select: SelectTree): string[] {
  return select.columns.flatMap((c) => ('as' in c && c.as !== undefined ? [c.as] : []));
}

/** An entity, or the keys of a saved audience's members. */
export function tableNamed(table: Extract<FromTree, { kind: 'table' }>, { model, audiences }: Names): Source {
  const { schema, name, as } = table;
  const entity = schema === undefined ? model.entities.find((e) => sameName(e.name, name)) : undefined;
  if (entity) return sourceOf(entity, as ?? name);
  const audience = sameName(schema ?? '', audienceSchema) ? audiences.find((a) => sameName(a.id, name)) : undefined;
  const members = audience && model.entities.find((e) => e.name === audience.dimension);
  if (!members) return refuse('rewrite-table', { table: schema === undefined ? name : `${schema}.${name}` }, table);
  const attributes = members.attributes.filter((a) => members.key.includes(a.name));
  return { ...sourceOf({ ...members, attributes }, as ?? name), audience: audience.id };
}

/** Stands for a query in FROM where only the names of its columns matter. */
function outputsAsEntity(query: QueryTree, name: string, known: Names): Entity {
  const select = query.kind === 'select' ? query : undefined;
  const names = select?.columns.flatMap((c) => {
    if (!('star' in c)) return [c.as ?? (c.is.kind === 'column' ? c.is.name : '')];
    const sources = sourcesOf(select.from, known).filter((s) => c.star === undefined || sameName(s.name, c.star));
    return sources.flatMap((s) => s.entity.attributes.map((a) => a.name));
  });
  const attributes = [...new Set(names)].map((n) => ({ name: n, type: 'text' as const }));
  return { name, attributes, key: [], rows: 0, dataVersion: 0 };
}

/** Columns of a term that mean tables known here, in queries inside it too. */
export function columnsIn(term: Term, here: Pick<Here, 'scope' | 'bound' | 'names'>): Found[] {
  const found: Found[] = [];
  const seek = (value: unknown, scope: Scope, inside: ReadonlySet<Source>): void => {
    if (Array.isArray(value)) for (const item of value) seek(item, scope, inside);
    if (!isFields(value)) return;
    if (value.kind === 'column') {
      const column = findColumn(value as Column, { scope, bound: here.bound });
      if (!inside.has(column.source)) found.push(column);
      return;
    }
    if (value.kind === 'select') {
      const select = value as unknown as SelectTree;
      const sources = sourcesOf(select.from, here.names);
      const inner = { sources, aliases: aliasesOf(select), outer: scope };
      for (const child of Object.values(value)) seek(child, inner, new Set([...inside, ...sources]));
    } else for (const child of Object.values(value)) seek(child, scope, inside);
  };
  seek(term, here.scope, new Set());
  return found;
}

export function anchorsIn(term: Term, here: Pick<Here, 'scope' | 'bound' | 'names'>): Set<Anchor> {
  return new Set(columnsIn(term, here).map((f) => f.source.anchor));
}
