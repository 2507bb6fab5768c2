import { type Problem, warning } from '../../base/problems';
import { lintEmail } from '../../content/lint-email';
import type { Campaign } from '../../model/campaign';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { planFor } from './plan-for';

const advisedActivities = 100;
const advisedChannels = 10;

/** Every problem of a campaign that can be seen without counting. */
export function checkCampaign(ctx: Context, campaign: Campaign, asOf: string): Promise<Problem[]> {
  return withConnection(ctx, async (connection) => {
    const plan = await planFor(ctx, connection, campaign, asOf);
    return [...plan.problems, ...contentProblems(campaign), ...guardrails(campaign), ...deadEnds(campaign)];
  });
}

function contentProblems(campaign: Campaign): Problem[] {
  return campaign.flow.activities.flatMap((a) =>
    a.type === 'email' && !a.disabled ? lintEmail(a.message, ['activities', a.id, 'message']) : [],
  );
}

/** The original's limits, as advice. */
function guardrails(campaign: Campaign): Problem[] {
  const { activities } = campaign.flow;
  const channels = activities.filter((a) => a.type === 'email' || a.type === 'direct-mail').length;
  return [
    ...(activities.length > advisedActivities
      ? [warning('guardrail-activities', ['flow'], { found: activities.length, advised: advisedActivities })]
      : []),
    ...(channels > advisedChannels ? [warning('guardrail-channels', ['flow'], { found: channels, advised: advisedChannels })] : []),
  ];
}

/** Populations that are gathered and then used by nothing. */
function deadEnds(campaign: Campaign): Problem[] {
  const { activities, transitions } = campaign.flow;
  return activities
    .filter((a) => a.type !== 'email' && a.type !== 'direct-mail' && a.type !== 'save-audience')
    .filter((a) => !transitions.some((t) => t.from === a.id))
    .map((a) => warning('flow-no-end', ['activities', a.id], { activity: a.label ?? a.id }));
}
