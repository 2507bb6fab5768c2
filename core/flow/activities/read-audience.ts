import { unreachable } from '../../base/never';
import type { Audience } from '../../model/audience';
import type { Entity } from '../../model/entity';
import { unchosen } from '../../model/unchosen';
import { insideAudience } from '../../segment/audience-rule';
import { rowAlias } from '../../segment/condition';
import { keptColumns } from '../../segment/kept-columns';
import { keyColumns, type Population } from '../../segment/population';
import { compileRule } from '../../segment/rule';
import { entityScope, report } from '../../segment/scope';
import { noVariables } from '../../segment/variables';
import { bindSql } from '../../segment/written';
import { column } from '../../sql/expression';
import { withAdditions } from '../additions';
import { changeTo } from '../change-to';
import { type ActivityKind, gather, type Lowering, requireEntity } from '../lowering';
import { populationOfSql } from '../written-sql';

/** Starts from a saved audience, live or snapshot; a path leads to another dimension. */
export const readAudience: ActivityKind<'read-audience'> = {
  type: 'read-audience',
  inputs: { min: 0, max: 0 },
  outputs: () => ['out'],
  async lower(activity, lowering) {
    const audience = lowering.audiences.find((a) => a.id === activity.audience);
    if (!audience && activity.audience === unchosen.audience) return report(lowering.compilation, 'flow-no-audience', lowering.place);
    if (!audience) {
      const known = lowering.audiences.map((a) => a.id).join(', ') || '–';
      return report(lowering.compilation, 'flow-unknown-audience', lowering.place, { audience: activity.audience, known });
    }
    const entity = requireEntity(lowering, audience.dimension);
    if (!entity) return undefined;
    const { path = [], attributes = [] } = activity;
    const members = await membersOf(lowering, audience, entity, path.length + attributes.length > 0 ? 'members' : 'out');
    const additions = attributes.map((a) => ({ kind: 'attribute' as const, ...a }));
    const step = path.length > 0 ? 'described' : 'out';
    const described = members && (attributes.length > 0 ? withAdditions(lowering, step, members, additions, 'attributes') : members);
    if (!described || path.length === 0) return described && { out: described };
    const moved = changeTo(lowering, described, path, []);
    return moved && { out: lowering.step('out', moved.query, moved.shape) };
  },
};

async function membersOf(lowering: Lowering, audience: Audience, entity: Entity, step: string): Promise<Population | undefined> {
  const { definition } = audience;
  const shape = { dimension: entity.name, key: keyColumns(entity), columns: [] };
  switch (definition.kind) {
    case 'rule': {
      const compilation = insideAudience(lowering.compilation, audience.id, lowering.place);
      const scope = compilation && entityScope(compilation, entity, rowAlias);
      const where = scope && compileRule(definition.rule, scope, [...lowering.place, 'audience', audience.id]);
      if (!where) return undefined;
      return gather(lowering, step, entity, { condition: { kind: 'leaf', where, joins: scope.joins }, values: [] });
    }
    case 'sql': {
      const bound = bindSql({ ...lowering.compilation, variables: noVariables }, definition.sql, [...lowering.place, 'sql']);
      return bound && populationOfSql(lowering, step, definition.sql, { name: entity.name, key: shape.key }, [], bound);
    }
    case 'snapshot': {
      const kept = { ...shape, columns: keptColumns(definition, entity) };
      const columns = [...kept.key, ...kept.columns].map((c) => ({ name: c.name, is: column('member', c.name) }));
      const relation = { kind: 'table' as const, schema: 'audience', name: definition.table };
      return lowering.step(step, { kind: 'select', columns, from: { relation, alias: 'member' } }, kept);
    }
    default:
      return unreachable(definition);
  }
}
