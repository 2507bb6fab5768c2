import type { DataModel, Entity } from '../../model/entity';
import type { ProfileSettings } from '../../model/workspace';
import { findHop, type Hop } from '../../segment/population';
import { andOf, columnOf, compared, type FromTree, type Term } from '../tree/term';
import { shortName } from './alias';

/** What a rule refers to. */
export interface Writing {
  model: DataModel;
  profile?: ProfileSettings | undefined;
  /** Expressions that people wrote, by their text, as far as they were taken apart. */
  parsed: ReadonlyMap<string, Term>;
}

/** Rows of one entity in a SELECT that is being written; grows by joins while attributes along paths are named. */
export interface Rows {
  writing: Writing;
  entity: Entity;
  alias: string;
  from: FromTree;
  /** Names taken here and around. */
  taken: Set<string>;
  /** Aliases reached along single-valued paths, by path. */
  reached: Map<string, { entity: Entity; alias: string }>;
}

/** @param around names that are taken; entities keep theirs for themselves */
export function rowsOf(writing: Writing, entity: Entity, around?: ReadonlySet<string>): Rows {
  const taken = new Set(around ?? writing.model.entities.map((e) => e.name.toLowerCase()));
  const alias = nameIn(taken, entity.name);
  return { writing, entity, alias, from: { kind: 'table', name: entity.name, as: alias }, taken, reached: new Map() };
}

/** Takes a short name for rows of an entity. */
export function nameIn(taken: Set<string>, entity: string): string {
  const alias = shortName(entity, taken);
  taken.add(alias);
  return alias;
}

/** Joins a path of single-valued links, each once; rows without a counterpart stay. */
export function joinPath(rows: Rows, path: readonly string[]): { entity: Entity; alias: string } {
  let at = { entity: rows.entity, alias: rows.alias };
  for (const [i, name] of path.entries()) {
    const walked = JSON.stringify(path.slice(0, i + 1));
    const before = rows.reached.get(walked);
    at = before ?? joined(rows, at, name);
    rows.reached.set(walked, at);
  }
  return at;
}

function joined(rows: Rows, at: { entity: Entity; alias: string }, link: string): { entity: Entity; alias: string } {
  const hop = hopOf(rows, at.entity, link);
  const alias = nameIn(rows.taken, hop.target.name);
  const right: FromTree = { kind: 'table', name: hop.target.name, as: alias };
  rows.from = { kind: 'join', type: 'left', left: rows.from, right, on: tieOf(at.alias, alias, hop) };
  return { entity: hop.target, alias };
}

/** Rows that a path leads to, and what ties the first of them to the row outside. */
export function related(outer: Rows, path: readonly string[]): { rows: Rows; tie: Term } {
  const [first = '', ...further] = path;
  const hop = hopOf(outer, outer.entity, first);
  const rows = rowsOf(outer.writing, hop.target, outer.taken);
  const tie = tieOf(outer.alias, rows.alias, hop);
  for (const name of further) {
    const next = hopOf(rows, rows.entity, name);
    const alias = nameIn(rows.taken, next.target.name);
    const right: FromTree = { kind: 'table', name: next.target.name, as: alias };
    rows.from = { kind: 'join', type: 'inner', left: rows.from, right, on: tieOf(rows.alias, alias, next) };
    rows.entity = next.target;
    rows.alias = alias;
  }
  return { rows, tie };
}

function tieOf(here: string, there: string, hop: Hop): Term {
  return andOf(hop.on.map((pair) => compared(columnOf(there, pair.there), '=', columnOf(here, pair.here))));
}

/** The rule was compiled before it is written, so that its links are known to be there. */
function hopOf({ writing }: Rows, entity: Entity, name: string): Hop {
  const hop = findHop(writing.model, entity.name, name);
  if (!hop) throw new Error(`no link ${name} leaves ${entity.name}`);
  return hop;
}
