import { type Problem, warning } from '../../base/problems';
import { lintEmail } from '../../content/lint-email';
import type { Campaign } from '../../model/campaign';
import { checkPlan } from '../../plan/checks/check-plan';
import { guardrailsOf } from '../../plan/checks/checked';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { onlyWorkspace } from '../workspace/only-workspace';
import { fanOuts } from './fan-outs';
import { type Basis, modelOf, planFor } from './plan-for';

/** Every problem of a campaign that can be seen without counting it. */
export function checkCampaign(ctx: Context, campaign: Campaign, basis: Basis): Promise<Problem[]> {
  return withConnection(ctx, async (connection) => {
    const plan = await planFor(ctx, connection, campaign, basis);
    const audiences = ctx.store.list('audience');
    return [
      ...plan.problems,
      ...contentProblems(campaign),
      ...checkPlan({ campaign, workspace: onlyWorkspace(ctx), model: modelOf(ctx), audiences, plan, asOf: basis.asOf }),
      ...(await fanOuts(ctx, connection, plan)),
      ...(await largeDatabase(ctx)),
    ];
  });
}

function contentProblems(campaign: Campaign): Problem[] {
  return campaign.flow.activities.flatMap((a) =>
    a.type === 'email' && !a.disabled ? lintEmail(a.message, ['activities', a.id, 'message']) : [],
  );
}

async function largeDatabase(ctx: Context): Promise<Problem[]> {
  const advised = guardrailsOf(onlyWorkspace(ctx)).databaseGigabytes;
  const found = (await ctx.engine.stats()).databaseBytes / 1e9;
  return found > advised ? [warning('guardrail-database', ['workspace'], { found: Number(found.toFixed(1)), advised })] : [];
}
