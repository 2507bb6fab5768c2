import { AppError } from '../../base/errors';
import type { Problem } from '../../base/problems';
import type { Campaign } from '../../model/campaign';
import type { Plan } from '../../plan/plan';
import { outputOf } from '../../plan/plan';
import type { Connection, StatementOptions } from '../../ports/engine';
import type { Population } from '../../segment/population';
import type { Context } from '../context';
import { computeSteps } from './compute-steps';
import { type Basis, planFor } from './plan-for';

export interface OutputRequest extends Basis {
  campaign: Campaign;
  activity: string;
  output: string;
  signal?: StatementOptions['signal'];
}

/**
 * The rows of one transition, computed if they are not kept.
 * @param also further tables of the plan whose rows are needed
 * @throws AppError the activity's first problem, `not-found`
 */
export async function computeOutput(
  ctx: Context,
  connection: Connection,
  request: OutputRequest,
  also: (plan: Plan) => string[] = () => [],
): Promise<{ population: Population; rows: number; plan: Plan }> {
  const plan = await planFor(ctx, connection, request.campaign, request);
  const population = outputOf(plan, request.activity, request.output);
  const first = nearest(plan.problems, request.activity);
  if (!population) throw first ? new AppError(first.code, first.details) : unknownOutput(plan, request);
  const { table } = population;
  const computed = await computeSteps(ctx, connection, plan, {
    needRows: new Set([table.name, ...also(plan)]),
    ...(request.signal ? { signal: request.signal } : {}),
  });
  const rows = computed.rows.get(table.name);
  const failed = nearest(computed.problems, request.activity);
  if (rows === undefined) throw failed ? new AppError(failed.code, failed.details) : unknownOutput(plan, request);
  return { population, rows, plan };
}

/** The activity's own error, else the first of those before it. */
function nearest(problems: readonly Problem[], activity: string): Problem | undefined {
  const errors = problems.filter((p) => p.severity === 'error');
  return errors.find((p) => p.place[1] === activity) ?? errors[0];
}

function unknownOutput(plan: Plan, request: OutputRequest): AppError {
  const known = plan.outputs.map((o) => `${o.activity}:${o.output}`).join(', ');
  return new AppError('not-found', { kind: 'transition', name: `${request.activity}:${request.output}`, known });
}
