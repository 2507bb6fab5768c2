import { wordsFor } from '../../base/codes';
import { AppError } from '../../base/errors';
import type { Problem } from '../../base/problems';
import { type Outcome, outcomeOf } from '../../flow/outcome';
import { remembersKeys } from '../../flow/remembered';
import type { Activity } from '../../model/activity';
import type { Campaign } from '../../model/campaign';
import type { TransitionCount } from '../../model/run';
import type { Plan } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { computeSteps } from './compute-steps';
import { type CountOptions, countsOf, noted } from './count-campaign';
import { fanOuts } from './fan-outs';
import { messagesOf, type PlannedMessage } from './messages';
import { planFor } from './plan-for';
import { type Notes, noNotes } from './work-log';

export interface ComputedCampaign {
  plan: Plan;
  counts: TransitionCount[];
  /** What the run comes to. */
  outcome: Outcome;
  /** Messages it comes to. */
  messages: PlannedMessage[];
  problems: Problem[];
}

/** Computes everything a campaign needs, with the rows of every message and of every population it saves. */
export async function computeCampaign(
  ctx: Context,
  connection: Connection,
  campaign: Campaign,
  options: CountOptions,
  notes: Notes = noNotes(),
): Promise<ComputedCampaign> {
  const plan = await planFor(ctx, connection, campaign, options);
  const messages = messagesOf(campaign, plan);
  const kept = campaign.flow.activities.filter((a) => a.type === 'save-audience' || remembersKeys(a)).map((a) => a.id);
  const needRows = new Set([
    ...messages.map((m) => m.table.name),
    ...plan.outputs.filter((o) => kept.includes(o.activity)).map((o) => o.population.table.name),
  ]);
  const computed = await computeSteps(ctx, connection, plan, {
    needRows,
    ...noted(notes, plan, options),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const broken = (await fanOuts(ctx, connection, plan, options.signal)).filter((p) => p.severity === 'error');
  const counts = countsOf(plan, computed.rows);
  const outcome = outcomeOf(campaign, rowsIn(counts), options.variables ?? {});
  return {
    plan,
    counts,
    outcome,
    messages: messages.filter((m) => outcome.reached.activity(m.activity.id)),
    problems: [...plan.problems, ...broken, ...computed.problems],
  };
}

/** @throws AppError `campaign-not-ready` while there are errors, `campaign-nothing-to-send` when nothing in it lasts */
export function requireReady(campaign: Campaign, computed: ComputedCampaign): void {
  const errors = computed.problems.filter((p) => p.severity === 'error');
  const [first] = errors;
  if (first) {
    const says = wordsFor(first.code, first.details, 'en').says;
    throw new AppError('campaign-not-ready', { campaign: campaign.name, errors: errors.length, first: says });
  }
  if (!campaign.flow.activities.some(leavesSomething)) throw new AppError('campaign-nothing-to-send', { campaign: campaign.name });
}

/** Whether a run that comes to the activity does something that lasts. */
function leavesSomething(activity: Activity): boolean {
  switch (activity.type) {
    case 'email':
    case 'direct-mail':
    case 'save-audience':
    case 'alert':
      return true;
    case 'end':
      return activity.signal !== undefined;
    default:
      return false;
  }
}

function rowsIn(counts: readonly TransitionCount[]): (activity: string, output: string) => number | undefined {
  const rows = new Map(counts.map((c) => [`${c.activity}:${c.output}`, c.rows]));
  return (activity, output) => rows.get(`${activity}:${output}`);
}
