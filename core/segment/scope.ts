import type { Code } from '../base/codes';
import type { Details } from '../base/errors';
import { type Place, type Problem, problem } from '../base/problems';
import type { Audience } from '../model/audience';
import type { DataModel, Entity } from '../model/entity';
import type { Filter } from '../model/filter';
import type { Rule } from '../model/rule';
import type { ProfileSettings } from '../model/workspace';
import { column } from '../sql/expression';
import type { Expression, Join, Select } from '../sql/query';
import type { AsOf } from './as-of';
import {
  attributeColumn,
  type Column,
  entityTable,
  fileRows,
  findAttribute,
  findHop,
  type Hop,
  hopNames,
  joinOn,
  type Population,
  sameKey,
} from './population';
import { noVariables, type Variables } from './variables';

/** What rules refer to by name. */
export interface Named {
  audiences: readonly Audience[];
  filters: readonly Filter[];
  /** Says where communication history is. */
  profile: ProfileSettings | undefined;
  /** Of the campaign, or of the filter being expanded. May grow while a flow is planned. */
  variables: Variables;
}

/** SQL a person wrote inside a rule: nothing that holds it may run before it was checked. */
export interface WrittenCheck {
  /** One SELECT that may read `tables`. */
  sql: string;
  tables: readonly string[];
  place: Place;
  /** Reports what is wrong with the columns it gives. */
  judge(columns: readonly Column[]): void;
  /** The line of what the person wrote that a line of `sql` is. */
  lineOf?(line: number): number;
}

/** What every rule of one compilation shares. Problems are collected, so that all of them are seen at once. */
export interface Compilation extends Named {
  model: DataModel;
  asOf: AsOf;
  problems: Problem[];
  /** Links that rules and activities count on to reach at most one row. */
  walks: Walk[];
  written: WrittenCheck[];
  /** Filters and audiences being expanded, outermost first, so that none expands itself. */
  inside: readonly string[];
  nextAlias(): string;
}

/** A link walked in a direction in which it should reach at most one row; `single`: a second one would repeat the row before it. */
export interface Walk {
  entity: string;
  hop: Hop;
  single: boolean;
  place: Place;
}

/** Compiles a rule inside a rule; handed down so that the kinds of rule need not know each other. */
export type RuleCompiler = (rule: Rule, scope: Scope, place: Place) => Expression | undefined;

const nothingNamed: Named = { audiences: [], filters: [], profile: undefined, variables: noVariables };

export function newCompilation(model: DataModel, asOf: AsOf, named: Partial<Named> = {}): Compilation {
  let aliases = 0;
  return { ...nothingNamed, ...named, model, asOf, problems: [], written: [], walks: [], inside: [], nextAlias: () => `t${++aliases}` };
}

/** Where names in a rule are looked up: the rows of one entity, and the columns a population added to them. */
export interface Scope {
  compilation: Compilation;
  entity: Entity;
  alias: string;
  /** Added columns, readable like attributes when no path is given. */
  added?: { alias: string; columns: readonly Column[] };
  /** Joins the SELECT around this scope needs; grows while names are looked up. */
  joins: Join[];
  /** Aliases reached by single-valued paths, so that each path is joined once. */
  reached: Map<string, { entity: Entity; alias: string }>;
  /** Related rows already grouped for this scope, so that they are read once for all aggregates of them. */
  grouped: Map<string, Grouped>;
}

export interface Grouped {
  alias: string;
  query: Select;
  /** Scope of the rows that are grouped. */
  rows: Scope;
}

export function entityScope(compilation: Compilation, entity: Entity, alias = compilation.nextAlias()): Scope {
  return { compilation, entity, alias, joins: [], reached: new Map(), grouped: new Map() };
}

/** The same rows read by a rule saved elsewhere: it knows its own variables and nothing that a population added. */
export function scopeOfSaved({ entity, alias, joins, reached, grouped }: Scope, compilation: Compilation): Scope {
  return { compilation, entity, alias, joins, reached, grouped };
}

/**
 * A scope over the rows of a population: its added columns and, joined by key, the attributes of its dimension. Rows that are
 * no longer there have none; lines of a file never have.
 */
export function populationScope(compilation: Compilation, population: Population, entity: Entity, alias: string): Scope {
  const added = { alias, columns: population.columns };
  if (population.file !== undefined) return { ...entityScope(compilation, fileRows, alias), added };
  const rows = compilation.nextAlias();
  const join: Join = {
    type: population.known ? 'inner' : 'left',
    source: { relation: entityTable(entity.name), alias: rows },
    on: sameKey(rows, alias, population.key),
  };
  return { ...entityScope(compilation, entity, rows), added, joins: [join] };
}

export function report(scope: Scope | Compilation, code: Code, place: Place, details: Details = {}): undefined {
  const compilation = 'compilation' in scope ? scope.compilation : scope;
  compilation.problems.push(problem(code, place, details));
  return undefined;
}

export interface Found {
  is: Expression;
  column: Column;
}

/** An attribute here or along a single-valued path; reports a problem and returns `undefined` when there is none. */
export function lookUp(scope: Scope, path: readonly string[], attribute: string, place: Place): Found | undefined {
  const added = path.length === 0 ? scope.added?.columns.find((c) => c.name === attribute) : undefined;
  if (added && scope.added) return { is: column(scope.added.alias, added.name), column: added };
  const at = walkSingle(scope, path, place);
  if (!at) return undefined;
  const found = findAttribute(at.entity, attribute);
  if (!found) {
    const known = [...at.entity.attributes, ...(path.length === 0 ? (scope.added?.columns ?? []) : [])].map((a) => a.name);
    return report(scope, 'rule-unknown-attribute', place, { attribute, entity: at.entity.name, known: known.join(', ') });
  }
  return { is: column(at.alias, attribute), column: attributeColumn(at.entity, attribute) };
}

/** Joins a path of which every link reaches at most one row. */
export function walkSingle(scope: Scope, path: readonly string[], place: Place): { entity: Entity; alias: string } | undefined {
  let at = { entity: scope.entity, alias: scope.alias };
  for (const [i, name] of path.entries()) {
    const walked = path.slice(0, i + 1).join(' › ');
    const before = scope.reached.get(walked);
    if (before) {
      at = before;
      continue;
    }
    const hop = findHop(scope.compilation.model, at.entity.name, name);
    if (!hop) return unknownLink(scope, at.entity, name, place);
    if (!hop.single) return report(scope, 'rule-path-many', place, { link: name, entity: at.entity.name });
    scope.compilation.walks.push({ entity: at.entity.name, hop, single: true, place });
    const alias = scope.compilation.nextAlias();
    scope.joins.push({ type: 'left', source: { relation: entityTable(hop.target.name), alias }, on: joinOn(at.alias, alias, hop) });
    at = { entity: hop.target, alias };
    scope.reached.set(walked, at);
  }
  return at;
}

export function unknownLink(scope: Scope, entity: Entity, link: string, place: Place): undefined {
  const known = hopNames(scope.compilation.model, entity.name).join(', ');
  return report(scope, 'rule-unknown-link', place, { link, entity: entity.name, known });
}
