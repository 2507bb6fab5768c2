import type { Campaign } from '../../model/campaign';
import type { JournalLines } from '../../model/journal';
import type { Context } from '../context';
import { addToJournal, dropJournal } from './journal';

/** Saves a campaign. `edits` are what led to it since it was last saved. */
export async function saveCampaign(ctx: Context, campaign: Campaign, edits?: JournalLines): Promise<void> {
  if (edits) await addToJournal(ctx, campaign.id, edits);
  else if (!ctx.store.read('campaign', campaign.id)) await dropJournal(ctx, campaign.id);
  await ctx.store.commit([{ kind: 'campaign', id: campaign.id, document: campaign }]);
}
