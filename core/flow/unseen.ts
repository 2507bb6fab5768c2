import type { ActivityOf } from '../model/activity';
import { asOfIn, moveDay, startOfDay, utcText } from '../segment/as-of';
import { keyColumns } from '../segment/population';
import { lookUp, report, type Scope } from '../segment/scope';
import { exists } from '../sql/exists';
import { and, column, compare, integer, isNotTrue, isNull, or } from '../sql/expression';
import type { Expression } from '../sql/query';
import type { Lowering } from './lowering';
import { keyPart, memoryColumns, memoryTable } from './remembered';

type Incremental = ActivityOf<'incremental-query'>;

/** Holds for rows that no earlier confirmed run passed on. */
export function notSeenBefore(activity: Incremental, lowering: Lowering, scope: Scope): Expression | undefined {
  return activity.memory.kind === 'date'
    ? newerThanLastRun(activity, activity.memory, lowering, scope)
    : keyNotPassed(activity, activity.memory.days, lowering, scope);
}

function newerThanLastRun(
  activity: Incremental,
  { path = [], attribute }: { path?: string[] | undefined; attribute: string },
  lowering: Lowering,
  scope: Scope,
): Expression | undefined {
  const place = [...lowering.place, 'memory'];
  const found = lookUp(scope, path, attribute, place);
  if (!found) return undefined;
  const { type } = found.column;
  if (type !== 'date' && type !== 'timestamp') return report(scope, 'rule-wrong-type', place, { attribute, type, op: 'incremental' });
  const { asOf } = scope.compilation;
  const at = (moment: typeof asOf): Expression => ({ kind: 'literal', type, value: type === 'date' ? moment.today : moment.now });
  const last = lowering.memory.find((m) => m.activity === activity.id);
  const already = compare('<=', found.is, at(asOf));
  if (!last) return or([isNull(found.is), already]);
  return and([compare('>', found.is, at(asOfIn(last.asOf, lowering.workspace.zone))), already]);
}

/** In the last n days is from the start of the day n days before as-of, as in rules. */
function keyNotPassed(activity: Incremental, days: number, lowering: Lowering, scope: Scope): Expression | undefined {
  const { campaign, workspace } = lowering;
  const table = memoryTable(campaign.id, activity.id, scope.entity);
  const memory = lowering.memory.find((m) => m.activity === activity.id);
  if (memory?.table === undefined) return and([]);
  const { rows = 0, found = rows } = memory;
  if (memory.table !== table.name) {
    const key = scope.entity.key.join(', ');
    return report(scope, 'memory-other-key', [...lowering.place, 'memory'], { rows, entity: scope.entity.name, key });
  }
  if (found !== rows) return report(scope, 'memory-lost', [...lowering.place, 'memory'], { rows, found });
  const { asOf } = scope.compilation;
  const utc = (instant: string): Expression => ({ kind: 'literal', type: 'timestamp', value: utcText(instant) });
  const since = startOfDay(moveDay(asOf.today, -days, 'day'), workspace.zone);
  const passed = exists({
    kind: 'select',
    columns: [{ name: 'one', is: integer(1) }],
    from: { relation: table, alias: 'passed' },
    where: and([
      ...keyColumns(scope.entity).map((k, i) => compare('=', column('passed', keyPart(i)), column(scope.alias, k.name))),
      compare('<=', column('passed', memoryColumns.version), integer(memory.version)),
      compare('<=', column('passed', memoryColumns.passedAt), utc(asOf.instant)),
      ...(days === 0 ? [] : [compare('>=', column('passed', memoryColumns.passedAt), utc(since))]),
    ]),
  });
  return isNotTrue(passed);
}
