import type { Place } from '../base/problems';
import type { Entity } from '../model/entity';
import type { ProfileSettings } from '../model/workspace';
import {
  type Column,
  entityTable,
  fileRows,
  findEntity,
  findHop,
  joinOn,
  keyColumns,
  type Population,
  sameKey,
} from '../segment/population';
import { type Compilation, entityScope, type Found, lookUp, report, type Scope, unknownLink, walkSingle } from '../segment/scope';
import { and, column, compare } from '../sql/expression';
import type { Join } from '../sql/query';
import type { AssessRequest } from './request';

/** The rows one message looks at: the population joined to its target, profile and secondary rows. */
export interface Work {
  compilation: Compilation;
  request: AssessRequest;
  profile: ProfileSettings;
  scopes: { profile: Scope; target: Scope; secondary: Scope | undefined };
  /** Of the whole SELECT over the population, whose alias is `input`. */
  joins: Join[];
}

/** Nothing is lost on the way: every join is a left join, so a row that reaches nothing is still there to be counted. */
export function reach(request: AssessRequest, place: Place): Work | undefined {
  const { compilation, population, message, profile } = request;
  if (!profile) return report(compilation, 'sending-no-profile', place);
  const settings = findEntity(compilation.model, profile.entity);
  if (!settings) return unknownEntity(compilation, profile.entity, place);
  const joins: Join[] = [];
  const target = targetScope(compilation, population, joins, place);
  const start = population.bound ? boundScope(compilation, population.bound, joins, place) : target;
  if (!target || !start) return undefined;
  if (start.entity === fileRows) return report(compilation, 'flow-needs-entity', place);
  const reached = walkSingle(start, message.toProfile ?? [], [...place, 'toProfile']);
  if (!reached) return undefined;
  if (reached.entity.name !== profile.entity) {
    return report(compilation, 'sending-no-path', [...place, 'toProfile'], {
      entity: start.entity.name,
      profile: profile.entity,
      reached: reached.entity.name,
    });
  }
  joins.push(...start.joins);
  const secondary = message.secondary ? reachMany(compilation, start, message.secondary, joins, [...place, 'secondary']) : undefined;
  if (message.secondary && !secondary) return undefined;
  const profileScope: Scope = {
    compilation,
    entity: reached.entity,
    alias: reached.alias,
    joins: [],
    reached: new Map(),
    grouped: new Map(),
  };
  return { compilation, request, profile, scopes: { profile: profileScope, target, secondary }, joins };
}

/** The population's own rows: lines of a file have only the columns they brought. */
function targetScope(compilation: Compilation, population: Population, joins: Join[], place: Place): Scope | undefined {
  const added = { alias: 'input', columns: population.columns };
  if (population.file !== undefined) return { ...entityScope(compilation, fileRows, 'input'), added };
  const entity = findEntity(compilation.model, population.dimension);
  if (!entity) return unknownEntity(compilation, population.dimension, place);
  const scope = entityScope(compilation, entity);
  joins.push({
    type: 'left',
    source: { relation: entityTable(entity.name), alias: scope.alias },
    on: sameKey(scope.alias, 'input', population.key),
  });
  return { ...scope, added };
}

/** The rows that were found for the population's, from which the profile is reached. */
function boundScope(compilation: Compilation, bound: NonNullable<Population['bound']>, joins: Join[], place: Place): Scope | undefined {
  const entity = findEntity(compilation.model, bound.entity);
  if (!entity) return unknownEntity(compilation, bound.entity, place);
  const scope = entityScope(compilation, entity);
  const on = and(entity.key.map((k, i) => compare('=', column(scope.alias, k), column('input', bound.columns[i] ?? ''))));
  joins.push({ type: 'left', source: { relation: entityTable(entity.name), alias: scope.alias }, on });
  return scope;
}

function unknownEntity(compilation: Compilation, entity: string, place: Place): undefined {
  const known = compilation.model.entities.map((e) => e.name).join(', ');
  return report(compilation, 'flow-unknown-entity', place, { entity, known });
}

/**
 * Walks to the secondary rows. Once a link reaches many rows, one that reaches a single row could bring the same row twice,
 * so it may not follow.
 */
function reachMany(compilation: Compilation, from: Scope, path: readonly string[], joins: Join[], place: Place): Scope | undefined {
  let at: { entity: Entity; alias: string } = from;
  let many = false;
  for (const name of path) {
    const hop = findHop(compilation.model, at.entity.name, name);
    if (!hop) return unknownLink(from, at.entity, name, place);
    if (many && hop.single && hop.link.cardinality !== '1-1')
      return report(compilation, 'sending-secondary-twice', place, { link: name, entity: at.entity.name });
    many ||= !hop.single;
    const alias = compilation.nextAlias();
    joins.push({ type: 'left', source: { relation: entityTable(hop.target.name), alias }, on: joinOn(at.alias, alias, hop) });
    at = { entity: hop.target, alias };
  }
  return { compilation, entity: at.entity, alias: at.alias, joins: [], reached: new Map(), grouped: new Map() };
}

/** The scope an address is read from. */
export function addressScope(work: Work, place: Place): Scope | undefined {
  const from = work.request.message.addressFrom ?? 'profile';
  const scope = work.scopes[from];
  return scope ?? report(work.compilation, 'sending-no-secondary-path', [...place, 'addressFrom']);
}

export function attribute(scope: Scope, name: string, place: Place): Found | undefined {
  return lookUp(scope, [], name, place);
}

export function keyOf(scope: Scope): { columns: Column[]; values: { name: string; is: ReturnType<typeof column> }[] } {
  const columns = keyColumns(scope.entity);
  return { columns, values: columns.map((c) => ({ name: c.name, is: column(scope.alias, c.name) })) };
}
