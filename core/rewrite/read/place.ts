import type { QueryTree, Term } from '../tree/term';
import type { Joined } from './from';
import type { Anchor, Found, Here, Picked, Source } from './here';
import { linkOver, type Pair } from './links';
import { anchorsIn, findColumn } from './names';
import { excerpt, refuse } from './refuse';

/** Rows that a path leads to from the rows of `of`. */
export interface Child {
  anchor: Anchor;
  of: Anchor;
  path: string[];
  /** Each link reaches at most one row. */
  single: boolean;
  /** Attributes that are equal to something in every row reached, and so never empty there. */
  ties: string[];
  /** One of the rows reached, the first in an order. */
  picked?: Picked;
  /** Members of an audience, which are rows that are there already. */
  audience?: string;
  /** A left join with conditions, or to many rows: the rows of `of` stay that have none. */
  optional?: Term[];
}

/** Tables whose places are known, and the conditions that were not needed for that. */
export interface Placed {
  here: Here;
  conditions: Term[];
  children: Child[];
  /** Paths that inner joins want to lead somewhere. */
  required: { anchor: Anchor; path: string[] }[];
  /** One of the tables is what rows are selected of; else that is a table of the query around. */
  rooted: boolean;
}

/**
 * Ties each table to one that is placed already, over a link of the model: `root`, or a table of the query around it.
 * @throws AppError `rewrite-no-link`, `rewrite-mixed`
 */
export function placeTables(joined: readonly Joined[], conditions: readonly Term[], here: Here, root?: Source): Placed {
  const placed: Placed = { here, conditions: [...conditions], children: [], required: [], rooted: root !== undefined };
  const at: Source[] = root ? [root] : [];
  let waiting = joined.filter((j) => j.source !== root);
  while (waiting.length > 0) {
    const before = waiting.length;
    waiting = waiting.filter((j) => {
      const done = tie(j, at, placed);
      if (done) at.push(j.source);
      return !done;
    });
    if (waiting.length === before) return refuse('rewrite-no-link', { table: waiting[0]?.source.name ?? '' }, waiting[0]?.from);
  }
  for (const child of placed.children.toReversed())
    if (child.single && !child.optional && child.audience === undefined && isShared(child, placed)) dissolve(child, placed);
  const known = new Set([here.anchor, ...(root ? [root.anchor] : []), ...placed.children.map((c) => c.anchor)]);
  for (const term of placed.conditions) if (!known.has(ownerOf(term, placed))) refuse('rewrite-mixed', { part: excerpt(term) }, term);
  return placed;
}

/** The rows that a condition is about; the last ones where it names no column. @throws AppError `rewrite-mixed` for several */
export function ownerOf(term: Term, { here, children, rooted }: Placed): Anchor {
  const [anchor, ...others] = anchorsIn(term, here);
  if (others.length > 0) return refuse('rewrite-mixed', { part: excerpt(term) }, term);
  return anchor ?? (rooted ? undefined : children.at(-1)?.anchor) ?? here.anchor;
}

function tie(joined: Joined, at: readonly Source[], placed: Placed): boolean {
  const { source, left } = joined;
  if (joined.first) return pick(source, joined.first, placed);
  const pool = left ? left.on : placed.conditions;
  for (const [parent, ties] of equalities(pool, source, placed.here)) {
    const inside = placed.here.scope.sources.includes(parent);
    if (inside && !at.includes(parent)) continue;
    const rest = pool.filter((term) => !ties.some((t) => t.term === term));
    const pairs = ties.map((t) => t.pair);
    const way = wayTo(source, parent, pairs, placed);
    if (!way || (way.links.length === 0 && left && rest.length > 0)) continue;
    if (!inside && parent.anchor !== placed.here.anchor)
      return refuse('rewrite-mixed', { part: ties.map((t) => excerpt(t.term)).join(' AND ') }, ties[0]?.term);
    if (!left) placed.conditions = rest;
    put(source, parent, { ...way, ties: pairs.map((p) => p.there) }, left ? rest : undefined, placed);
    return true;
  }
  return false;
}

interface Way {
  /** None leads to the same row. */
  links: string[];
  single: boolean;
}

function wayTo(source: Source, parent: Source, pairs: readonly Pair[], { here }: Placed): Way | undefined {
  if (isSameKey(parent, source, pairs)) return { links: [], single: true };
  const link = linkOver(here.names.model, parent.entity, source.entity, pairs);
  return link && { links: [link.name], single: link.hop.single };
}

/** @param optional what a left join asks besides the tie; absent for an inner one */
function put(source: Source, parent: Source, way: Way & { ties: string[] }, optional: Term[] | undefined, placed: Placed): void {
  const path = [...parent.path, ...way.links];
  const sameRow = way.links.length === 0;
  if (source.audience === undefined && (sameRow || (way.single && optional?.length === 0))) {
    source.anchor = parent.anchor;
    source.path = path;
    if (!optional && path.length > 0) placed.required.push({ anchor: parent.anchor, path });
    return;
  }
  placed.children.push({
    anchor: source.anchor,
    of: parent.anchor,
    path,
    single: way.single || source.audience !== undefined,
    ties: way.ties,
    ...(source.audience === undefined ? {} : { audience: source.audience }),
    ...(optional ? { optional } : {}),
  });
}

/** The same entity with the same key: a row is joined with itself. */
function isSameKey(parent: Source, source: Source, pairs: readonly Pair[]): boolean {
  const { key } = source.entity;
  const same = pairs.every((p) => p.here === p.there && key.includes(p.here));
  return parent.entity.name === source.entity.name && same && key.every((k) => pairs.some((p) => p.here === k));
}

/** `(SELECT … ORDER BY … LIMIT 1)` in FROM, tied to the row around by its own conditions. */
function pick(source: Source, query: QueryTree, placed: Placed): boolean {
  const { scope, anchor, reader } = placed.here;
  if (!scope.outer) return refuse('rewrite-table', { table: `(SELECT …) ${source.name}` });
  const picked = reader.first(query, { ...placed.here, scope: scope.outer });
  placed.children.push({ anchor: source.anchor, of: anchor, path: picked.path, single: false, ties: [], picked });
  return true;
}

/** Equalities between columns of `source` and of another table, by that table. */
function equalities(pool: readonly Term[], source: Source, here: Here): Map<Source, { term: Term; pair: Pair }[]> {
  const found = new Map<Source, { term: Term; pair: Pair }[]>();
  for (const term of pool) {
    if (term.kind !== 'compare' || term.op !== '=' || term.left.kind !== 'column' || term.right.kind !== 'column') continue;
    const [left, right] = [findColumn(term.left, here), findColumn(term.right, here)];
    const [there, other]: Found[] = left.source === source ? [left, right] : [right, left];
    if (!there || !other || there.source !== source || other.source === source) continue;
    const pair = { here: other.attribute.name, there: there.attribute.name };
    found.set(other.source, [...(found.get(other.source) ?? []), { term, pair }]);
  }
  return found;
}

/**
 * Whether a row reached over a single-valued link is asked about together with the row it is reached from. Where it is all
 * that is asked about, it is the end of a longer path instead.
 */
function isShared(child: Child, placed: Placed): boolean {
  const isFirst = !placed.children.some((c) => c.anchor === child.of);
  if (isFirst) return placed.here.scope.sources.some((s) => s.anchor === child.of);
  if (placed.children.some((c) => c.of === child.of && c !== child)) return true;
  return placed.conditions.some((term) => anchorsIn(term, placed.here).has(child.of));
}

/** Takes the rows a single-valued link reaches as part of the row it leads from. */
function dissolve(child: Child, placed: Placed): void {
  for (const source of placed.here.scope.sources) {
    if (source.anchor !== child.anchor) continue;
    if (source.path.length === 0) source.sure = true;
    source.anchor = child.of;
    source.path = [...child.path, ...source.path];
  }
  placed.children = placed.children
    .filter((c) => c !== child)
    .map((c) => (c.of === child.anchor ? { ...c, of: child.of, path: [...child.path, ...c.path] } : c));
  placed.required = placed.required.map((r) => (r.anchor === child.anchor ? { anchor: child.of, path: [...child.path, ...r.path] } : r));
  placed.required.push({ anchor: child.of, path: child.path });
}
