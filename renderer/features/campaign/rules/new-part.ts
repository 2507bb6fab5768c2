import { unreachable } from '../../../../core/base/never';
import type { Audience } from '../../../../core/model/audience';
import type { Attribute, DataModel, Entity } from '../../../../core/model/entity';
import type { Filter } from '../../../../core/model/filter';
import type { Rule } from '../../../../core/model/rule';
import { entityNamed, pathsFrom } from '../../../state/reach';
import { firstTest, isDated } from './operators';

/** What can be added to a rule, in the order of the menu. */
export const partKinds = {
  here: ['attribute', 'any', 'top'],
  related: ['related', 'aggregate', 'ordered', 'history'],
  saved: ['audience', 'filter', 'sql'],
} as const;
export type PartKind = (typeof partKinds)[keyof typeof partKinds][number];

/** What a new part of a rule can already know. */
export interface PartSurroundings {
  model: DataModel;
  entity: string;
  audiences: readonly Audience[];
  filters: readonly Filter[];
  profile: string | undefined;
}

const everyone: Rule = { kind: 'all', rules: [] };

/** A part with settings that are right as often as can be; undefined where the data have nothing to ask it of. */
export function newPart(kind: PartKind, around: PartSurroundings): Rule | undefined {
  const { model, entity, audiences, filters, profile } = around;
  const attributes = entityNamed(model, entity)?.attributes ?? [];
  const [attribute] = attributes;
  const near = pathsFrom(model, entity, 1, false);
  const related = near.find((p) => p.many) ?? near[0];
  switch (kind) {
    case 'attribute':
      return attribute && { kind, attribute: attribute.name, test: firstTest(attribute.type) };
    case 'any':
      // With nothing in it nobody would be left.
      return attribute && { kind, rules: [{ kind: 'attribute', attribute: attribute.name, test: firstTest(attribute.type) }] };
    case 'top': {
      const by = attributes.find(isNumeric) ?? attribute;
      return by && { kind, count: 100, order: [{ attribute: by.name, direction: 'descending' }] };
    }
    case 'related':
      return related && { kind, quantifier: 'some', path: related.path, where: everyone };
    case 'aggregate':
      return related && { kind, path: related.path, function: 'count', test: { op: 'at-least', value: 1 } };
    case 'ordered': {
      const many = pathsFrom(model, entity, 3, false).find((p) => p.many);
      const by = many && orderingAttribute(entityNamed(model, many.entity)?.attributes ?? []);
      return many && by !== undefined ? { kind, position: 'last', path: many.path, by, where: everyone } : undefined;
    }
    case 'history': {
      if (profile === undefined) return undefined;
      const path = profile === entity ? undefined : pathsFrom(model, entity, 3, false).find((p) => p.entity === profile)?.path;
      if (profile !== entity && !path) return undefined;
      return { kind, event: 'sent', happened: true, ...(path ? { path } : {}), within: { count: 30, unit: 'day' } };
    }
    case 'audience': {
      const own = audiences.find((a) => a.dimension === entity) ?? audiences[0];
      if (!own) return undefined;
      const path = own.dimension === entity ? undefined : pathsFrom(model, entity, 3, false).find((p) => p.entity === own.dimension)?.path;
      return { kind, member: true, audience: own.id, ...(path ? { path } : {}) };
    }
    case 'filter': {
      const own = filters.find((f) => f.entity === entity);
      return own && { kind, filter: own.id, arguments: {} };
    }
    case 'sql':
      return attribute && { kind, sql: `"${attribute.name.replaceAll('"', '""')}" IS NOT NULL` };
    default:
      return unreachable(kind);
  }
}

function isNumeric({ type }: Attribute): boolean {
  return type === 'integer' || type === 'decimal' || type === 'number';
}

/** When a row happened: a moment rather than a day, and never when somebody was born. */
export function datingAttribute(attributes: readonly Attribute[]): string | undefined {
  const dated = attributes.filter((a) => isDated(a) && a.personal !== 'birth-date' && !/birth|nacim/i.test(a.name));
  return (dated.find((a) => a.type === 'timestamp') ?? dated[0])?.name;
}

/** What rows are usually put in order by: when they happened, else what can be measured of them. */
export function orderingAttribute(attributes: readonly Attribute[]): string | undefined {
  return datingAttribute(attributes) ?? (attributes.find(isNumeric) ?? attributes[0])?.name;
}

/** What a figure is most likely about: an amount, else a number that is no key. */
export function likelyFigure(entity: Entity | undefined): string | undefined {
  const own = entity?.attributes.filter((a) => !entity.key.includes(a.name)) ?? [];
  const found = own.find((a) => a.type === 'decimal' || a.type === 'number') ?? own.find((a) => a.type === 'integer');
  return (found ?? entity?.attributes[0])?.name;
}
