import type { ActivityOf } from '../../model/activity';
import type { Reason } from '../../model/why';
import { keyColumns } from '../../segment/population';
import { lookUp } from '../../segment/scope';
import { and, column, compare, integer } from '../../sql/expression';
import { rulesOf, scopeOf } from '../asked';
import { keyPart, memoryColumns, memoryTable } from '../remembered';
import { equals, hasKey } from './ask';
import { rules } from './rules';
import type { Tracing, Why } from './tracing';

/** The rule, and what the memory holds against the row. */
export const whyIncrementalQuery: Why<'incremental-query'> = async (activity, tracing) => [
  ...(await rules(activity, tracing)),
  ...(await remembered(activity, tracing)),
];

async function remembered(activity: ActivityOf<'incremental-query'>, { lowering, row }: Tracing): Promise<Reason[]> {
  const [asked] = rulesOf(activity, lowering.inputs, lowering.compilation);
  const last = lowering.memory.find((m) => m.activity === activity.id);
  if (!asked) return [];
  const { memory } = activity;
  if (memory.kind === 'date') {
    const { scope, from } = scopeOf(asked);
    const found = lookUp(scope, memory.path ?? [], memory.attribute, lowering.place);
    if (!found) return [];
    const where = hasKey(from.alias, keyColumns(asked.rows.entity), row.key);
    const [values] = await row.ask({ kind: 'select', columns: [{ name: 'value', is: found.is }], from, joins: scope.joins, where });
    const { personal } = found.column;
    const told = { lastRun: last?.asOf ?? null, value: values?.value ?? null, ...(personal === undefined ? {} : { personal }) };
    return [{ kind: 'memory', by: 'date', ...told }];
  }
  const table = memoryTable(lowering.campaign.id, activity.id, asked.rows.entity);
  if (last?.table !== table.name) return [{ kind: 'memory', by: 'key', lastRun: last?.asOf ?? null, value: null }];
  const passedAt = column('passed', memoryColumns.passedAt);
  const [values] = await row.ask({
    kind: 'select',
    columns: [{ name: 'value', is: { kind: 'aggregate', function: 'max', args: [passedAt] } }],
    from: { relation: table, alias: 'passed' },
    where: and([
      ...keyColumns(asked.rows.entity).map((k, i) => equals(column('passed', keyPart(i)), k, row.key[k.name] ?? null)),
      compare('<=', column('passed', memoryColumns.version), integer(last.version)),
    ]),
  });
  return [{ kind: 'memory', by: 'key', lastRun: last.asOf, value: values?.value ?? null }];
}
