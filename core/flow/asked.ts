import { unreachable } from '../base/never';
import type { Place } from '../base/problems';
import type { Activity, Addition } from '../model/activity';
import type { Entity } from '../model/entity';
import type { Rule } from '../model/rule';
import { insideAudience, placeInside } from '../segment/audience-rule';
import { rowAlias } from '../segment/condition';
import { expandFilter } from '../segment/filter-rule';
import { entityTable, findEntity, findHop, type Population } from '../segment/population';
import { type Compilation, entityScope, populationScope, type Scope, scopeOfSaved } from '../segment/scope';
import type { Source } from '../sql/query';

/** Rows that a rule is asked of: those of an entity, or those of a population, whose added columns a rule of the flow may read. */
export interface Rows {
  entity: Entity;
  population?: Population;
}

/** A rule where it stands in a document, the rows it is asked of, and what it knows by name. */
export interface Asked {
  rule: Rule;
  place: Place;
  rows: Rows;
  compilation: Compilation;
  /** The rule was saved elsewhere and knows no added columns. */
  saved?: boolean;
}

/** Every rule of an activity, outermost ones only; what an enrichment adds is asked like a test that holds where it has a value. */
export function rulesOf(activity: Activity, inputs: readonly Population[], compilation: Compilation): Asked[] {
  const place = ['activities', activity.id];
  const [input] = inputs;
  const asked = (rule: Rule | undefined, dimension: string | undefined, population: Population | undefined, ...at: (string | number)[]) => {
    const entity = dimension === undefined ? undefined : findEntity(compilation.model, dimension);
    if (!rule || !entity) return [];
    return [{ rule, place: [...place, ...at], rows: { entity, ...(population ? { population } : {}) }, compilation }];
  };
  switch (activity.type) {
    case 'build-audience':
    case 'incremental-query':
      return asked(activity.rule, activity.dimension, input, 'rule');
    case 'read-audience':
      return liveAudience(activity.audience, place, compilation);
    case 'reconcile':
      return asked(activity.where, activity.entity, undefined, 'where');
    case 'enrich':
      return activity.additions.flatMap((a, i) => asked(asTest(a), input?.dimension, input, 'additions', i));
    case 'split':
      return activity.subsets.flatMap((s, i) => asked(s.rule, input?.dimension, input, 'subsets', i, 'rule'));
    default:
      return [];
  }
}

function liveAudience(id: string, place: Place, outer: Compilation): Asked[] {
  const audience = outer.audiences.find((a) => a.id === id);
  const entity = audience && findEntity(outer.model, audience.dimension);
  const compilation = insideAudience(outer, id, place);
  if (audience?.definition.kind !== 'rule' || !entity || !compilation) return [];
  return [{ rule: audience.definition.rule, place: placeInside(place, id), rows: { entity }, compilation }];
}

function asTest(addition: Addition): Rule {
  switch (addition.kind) {
    case 'attribute':
      return { kind: 'attribute', path: addition.path, attribute: addition.attribute, test: { op: 'not-empty' } };
    case 'aggregate': {
      const { path, attribute, where } = addition;
      return { kind: 'aggregate', path, function: addition.function, attribute, where, test: { op: 'not-empty' } };
    }
    case 'collect':
      return { kind: 'related', quantifier: 'some', path: addition.path, where: addition.where ?? { kind: 'all', rules: [] } };
    default:
      return unreachable(addition);
  }
}

/** The rules inside a rule. Those about related rows are asked of every row of their entity. */
export function partsOf(asked: Asked): Asked[] {
  const { rule, place, rows, compilation } = asked;
  const inside = (part: Rule | undefined, of: Rows | undefined, ...at: (string | number)[]): Asked[] =>
    part && of ? [{ ...asked, rule: part, place: [...place, ...at], rows: of }] : [];
  switch (rule.kind) {
    case 'all':
    case 'any':
      return rule.rules.flatMap((part, i) => inside(part, rows, 'rules', i));
    case 'not':
      return inside(rule.rule, rows, 'rule');
    case 'related':
    case 'aggregate':
      return inside(rule.where, reachedRows(asked, rule.path), 'where');
    case 'ordered':
      return [...inside(rule.among, reachedRows(asked, rule.path), 'among'), ...inside(rule.where, reachedRows(asked, rule.path), 'where')];
    case 'top':
      return inside(rule.among, { entity: rows.entity }, 'among');
    case 'filter': {
      const expanded = expandFilter(rule, compilation, rows.entity, place);
      return expanded ? [{ ...expanded, rows, saved: true }] : [];
    }
    case 'audience': {
      const members = rule.path?.length ? reachedRows(asked, rule.path) : rows;
      return liveAudience(rule.audience, place, compilation).map((live) => ({ ...live, rows: members ?? live.rows, saved: true }));
    }
    case 'attribute':
    case 'history':
    case 'sql':
      return [];
    default:
      return unreachable(rule);
  }
}

function reachedRows({ rows, compilation }: Asked, path: readonly string[]): Rows | undefined {
  const { model } = compilation;
  const end = path.reduce<Entity | undefined>((here, name) => here && findHop(model, here.name, name)?.target, rows.entity);
  return end && { entity: end };
}

/** Where the rule is looked up, and what its SELECT reads. */
export function scopeOf({ rows, compilation, saved }: Asked): { scope: Scope; from: Source } {
  const { entity, population } = rows;
  if (!population)
    return { scope: entityScope(compilation, entity, rowAlias), from: { relation: entityTable(entity.name), alias: rowAlias } };
  const scope = populationScope(compilation, population, entity, 'input');
  return { scope: saved ? scopeOfSaved(scope, compilation) : scope, from: { relation: population.table, alias: 'input' } };
}

/** What rules are compiled with again, once a plan has found what is wrong with them. */
export function anew(compilation: Compilation): Compilation {
  return { ...compilation, problems: [], written: [], walks: [] };
}
