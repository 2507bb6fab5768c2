import type { Entity } from '../../model/entity';
import type { Rule } from '../../model/rule';
import { simplified } from '../rules';
import { columnOf, type SelectTree } from '../tree/term';
import { rowsOf, type Writing } from './rows';
import { ruleCondition } from './rule';

/** A SELECT of the keys that a rule selects, each once. The rule has been compiled without problems; filters are expanded. */
export function selectOf(rule: Rule, entity: Entity, writing: Writing): SelectTree {
  const rows = rowsOf(writing, entity);
  const where = ruleCondition(simplified(rule), rows);
  return {
    kind: 'select',
    columns: entity.key.map((name) => ({ is: columnOf(rows.alias, name) })),
    from: rows.from,
    ...(where.kind === 'boolean' && where.value ? {} : { where }),
  };
}
