import { kindOf } from '../../flow/activities/kinds';
import { incoming, orderFlow, outputsOf } from '../../flow/graph';
import { type Ask, hasKey, personalIn, type Values } from '../../flow/why/ask';
import { reasonsOf } from '../../flow/why/reasons';
import type { Activity } from '../../model/activity';
import type { ActivityState, Reason, TracedActivity, TracedRow } from '../../model/why';
import { type Column, findEntity, keyColumns, type Population, sameDimension } from '../../segment/population';
import { column } from '../../sql/expression';
import { inputsOf, type Plan } from '../plan';
import { presence, type Subject } from './presence';

/** What every activity did with one row, in the order in which they run; those that do not run come last. @param ids only these */
export async function traceRow(plan: Plan, subject: Subject, ask: Ask, ids?: ReadonlySet<string>): Promise<TracedRow> {
  const { flow, variables } = plan.request.campaign;
  const present = await presence(plan, subject, ask);
  const { order } = orderFlow(flow, variables);
  const activities: TracedActivity[] = [];
  for (const activity of [...order, ...flow.activities.filter((a) => !order.includes(a))]) {
    if (!ids || ids.has(activity.id)) activities.push(await traceActivity(plan, activity, subject, present, ask));
  }
  return { entity: subject.dimension, key: subject.key, ...personalIn(keyOf(plan, subject)), activities };
}

/** Of lines of a file there is nothing to know. */
function keyOf(plan: Plan, { dimension, file }: Subject): Column[] {
  const entity = file === undefined ? findEntity(plan.compilation.model, dimension) : undefined;
  return entity ? keyColumns(entity) : [];
}

async function traceActivity(
  plan: Plan,
  activity: Activity,
  subject: Subject,
  present: ReadonlySet<string>,
  ask: Ask,
): Promise<TracedActivity> {
  const lowering = plan.lowerings.get(activity.id);
  const populations = inputsOf(plan, activity.id);
  const made = plan.outputs.filter((o) => o.activity === activity.id);
  const inputs = incoming(plan.request.campaign.flow, activity.id).flatMap((t, i) => (present.has(`${t.from}:${t.output}`) ? [i] : []));
  const on = outputsOf(activity).filter((output) => present.has(`${activity.id}:${output}`));
  const traced = { activity: activity.id, inputs, outputs: on, reasons: [], added: {} };
  if (!lowering) return { ...traced, state: 'not-run' };
  if (![...populations, ...made.map((m) => m.population)].some((p) => sameDimension(p, subject))) return { ...traced, state: 'elsewhere' };
  const arrived = populations.length === 0 || inputs.length > 0;
  if (!arrived && on.length === 0) return { ...traced, state: 'absent' };
  const reasons = await reasonsOf(activity, {
    lowering,
    outputs: Object.fromEntries(made.map((m) => [m.output, m.population])),
    assessments: plan.assessments.filter((a) => a.activity === activity.id),
    row: { key: subject.key, dimension: subject.dimension, ask },
    inputs,
    on,
  });
  const added = await addedTo(
    made.filter((m) => on.includes(m.output)).map((m) => m.population),
    populations,
    subject,
    ask,
  );
  return { ...traced, reasons, ...added, state: stateOf(activity, on, reasons) };
}

/** Where the row's own kind goes no further, it has passed when it led to rows of another. */
function stateOf(activity: Activity, on: readonly string[], reasons: readonly Reason[]): ActivityState {
  if (on.some((output) => output !== 'complement')) return 'passed';
  if (on.includes('complement')) return 'dropped';
  if (kindOf(activity).passesAll) return 'passed';
  return reasons.some((r) => r.kind === 'reaches' && r.rows.count > 0) ? 'passed' : 'dropped';
}

/** Values of the columns that no input has. */
async function addedTo(
  outputs: readonly Population[],
  inputs: readonly Population[],
  { key }: Subject,
  ask: Ask,
): Promise<Pick<TracedActivity, 'added' | 'personal'>> {
  const before = new Set(inputs.flatMap((input) => input.columns.map((c) => c.name)));
  const added: Values = {};
  const told: Column[] = [];
  for (const population of outputs) {
    const columns = population.columns.filter((c) => !before.has(c.name) && !(c.name in added));
    if (columns.length === 0) continue;
    const [values] = await ask({
      kind: 'select',
      columns: columns.map((c) => ({ name: c.name, is: column('rows', c.name) })),
      from: { relation: population.table, alias: 'rows' },
      where: hasKey('rows', population.key, key),
      limit: 1,
    });
    Object.assign(added, values);
    told.push(...columns);
  }
  return { added, ...personalIn(told) };
}
