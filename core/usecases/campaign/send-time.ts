import { leavesAt } from '../../flow/send-at';
import type { Campaign } from '../../model/campaign';
import type { Context } from '../context';
import { onlyWorkspace } from '../workspace/only-workspace';
import type { ComputedCampaign } from './compute-campaign';

/** When the messages of an activity are to go out: as-of and the waits before it. @returns UTC instant, `null` for at once */
export function sendTime(
  ctx: Context,
  { flow, variables = [] }: Campaign,
  { outcome }: Pick<ComputedCampaign, 'outcome'>,
  activity: string,
  asOf: string,
): string | null {
  const { zone } = onlyWorkspace(ctx);
  const at = leavesAt({ flow, variables, reached: outcome.reached, asOf, zone }, activity);
  return Date.parse(at) > Date.parse(asOf) ? at : null;
}
