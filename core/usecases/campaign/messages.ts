import { isMessage, type MessageActivity } from '../../model/activity';
import type { Campaign } from '../../model/campaign';
import type { Seed } from '../../model/message';
import type { Plan } from '../../plan/plan';
import type { Assessment } from '../../send/request';
import type { Table } from '../../sql/query';
import { seedsOf } from '../mail/export-mail';

/** One message of a planned campaign with its assessed table. */
export interface PlannedMessage {
  activity: MessageActivity;
  assessment: Assessment;
  table: Table;
  /** The message's own seeds and the campaign's. */
  seeds: Seed[];
}

/** Messages that could be assessed, in the order of the plan. */
export function messagesOf(campaign: Campaign, plan: Plan): PlannedMessage[] {
  return plan.assessments.flatMap(({ activity, assessment, table }) => {
    const found = campaign.flow.activities.find((a) => a.id === activity);
    if (!found || !isMessage(found)) return [];
    return [{ activity: found, assessment, table, seeds: seedsOf(found.message, campaign) }];
  });
}
