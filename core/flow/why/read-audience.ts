import { unreachable } from '../../base/never';
import { column } from '../../sql/expression';
import { hasKey } from './ask';
import { rules } from './rules';
import type { Why } from './tracing';

/** What makes a row a member. Rows that a path leads to are no members themselves. */
export const whyReadAudience: Why<'read-audience'> = async (activity, tracing) => {
  const { lowering, outputs, row } = tracing;
  const audience = lowering.audiences.find((a) => a.id === activity.audience);
  if (!audience || activity.path?.length) return [];
  const { definition } = audience;
  switch (definition.kind) {
    case 'rule':
      return rules(activity, tracing);
    case 'sql':
      return [{ kind: 'written' }];
    case 'snapshot': {
      const key = outputs.out?.key ?? [];
      const from = { relation: { kind: 'table' as const, schema: 'audience', name: definition.table }, alias: 'member' };
      const columns = key.map((k) => ({ name: k.name, is: column('member', k.name) }));
      const found = await row.ask({ kind: 'select', columns, from, where: hasKey('member', key, row.key), limit: 1 });
      return [{ kind: 'member', audience: audience.name, takenAt: definition.takenAt, member: found.length > 0 }];
    }
    default:
      return unreachable(definition);
  }
};
