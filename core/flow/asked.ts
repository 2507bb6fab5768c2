import { unreachable } from '../base/never';
import type { Place } from '../base/problems';
import type { Activity, Addition } from '../model/activity';
import type { Audience } from '../model/audience';
import type { DataModel, Entity } from '../model/entity';
import type { Rule } from '../model/rule';
import { rowAlias } from '../segment/condition';
import { entityTable, findEntity, findHop, type Population } from '../segment/population';
import { type Compilation, entityScope, populationScope, type Scope } from '../segment/scope';
import type { Source } from '../sql/query';

/** Rows that a rule is asked of: those of an entity, or those of a population, whose added columns it may read. */
export interface Rows {
  entity: Entity;
  population?: Population;
}

/** A rule where it stands in a document, and the rows it is asked of. */
export interface Asked {
  rule: Rule;
  place: Place;
  rows: Rows;
}

/** Every rule of an activity, outermost ones only; what an enrichment adds is asked like a test that holds where it has a value. */
export function rulesOf(activity: Activity, inputs: readonly Population[], model: DataModel, audiences: readonly Audience[]): Asked[] {
  const place = ['activities', activity.id];
  const [input] = inputs;
  const asked = (rule: Rule | undefined, dimension: string | undefined, population: Population | undefined, ...at: (string | number)[]) => {
    const entity = dimension === undefined ? undefined : findEntity(model, dimension);
    return rule && entity ? [{ rule, place: [...place, ...at], rows: { entity, ...(population ? { population } : {}) } }] : [];
  };
  switch (activity.type) {
    case 'build-audience':
    case 'incremental-query':
      return asked(activity.rule, activity.dimension, input, 'rule');
    case 'read-audience': {
      const audience = audiences.find((a) => a.id === activity.audience);
      if (audience?.definition.kind !== 'rule') return [];
      return asked(audience.definition.rule, audience.dimension, undefined, 'audience', audience.id);
    }
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
export function partsOf({ rule, place, rows }: Asked, model: DataModel): Asked[] {
  const inside = (part: Rule | undefined, of: Rows | undefined, ...at: (string | number)[]) =>
    part && of ? [{ rule: part, place: [...place, ...at], rows: of }] : [];
  switch (rule.kind) {
    case 'all':
    case 'any':
      return rule.rules.flatMap((part, i) => inside(part, rows, 'rules', i));
    case 'not':
      return inside(rule.rule, rows, 'rule');
    case 'related':
    case 'aggregate':
      return inside(rule.where, rowsAt(rows.entity, rule.path, model), 'where');
    case 'ordered': {
      const related = rowsAt(rows.entity, rule.path, model);
      return [...inside(rule.among, related, 'among'), ...inside(rule.where, related, 'where')];
    }
    case 'top':
      return inside(rule.among, { entity: rows.entity }, 'among');
    case 'attribute':
    case 'audience':
    case 'history':
    case 'filter':
    case 'sql':
      return [];
    default:
      return unreachable(rule);
  }
}

function rowsAt(entity: Entity, path: readonly string[], model: DataModel): Rows | undefined {
  const end = path.reduce<Entity | undefined>((here, name) => here && findHop(model, here.name, name)?.target, entity);
  return end && { entity: end };
}

/** Where a rule over these rows is looked up, and what its SELECT reads. */
export function scopeOf(rows: Rows, compilation: Compilation): { scope: Scope; from: Source } {
  const { entity, population } = rows;
  if (!population)
    return { scope: entityScope(compilation, entity, rowAlias), from: { relation: entityTable(entity.name), alias: rowAlias } };
  return { scope: populationScope(compilation, population, entity, 'input'), from: { relation: population.table, alias: 'input' } };
}
