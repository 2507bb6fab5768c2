import { type Campaign, campaign } from '../../model/campaign';
import type { StatementOptions } from '../../ports/engine';
import { computeOutput } from '../campaign/compute-output';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { withConnection } from '../with-connection';

/** Exact members of an audience: a live one is counted over the data as it is, a snapshot over its members. */
export async function countAudience(ctx: Context, id: string, asOf: string, signal?: StatementOptions['signal']): Promise<number> {
  const audience = findDocument(ctx, 'audience', id);
  return withConnection(ctx, async (connection) => {
    const request = { campaign: readingOnly(audience.id, audience.name), asOf, activity: 'members', output: 'out' };
    const { rows } = await computeOutput(ctx, connection, signal ? { ...request, signal } : request);
    return rows;
  });
}

/**
 * A campaign that does nothing but read one audience, so that audiences and flows are counted by the same code.
 * @param name what problems call it
 */
export function readingOnly(audience: string, name: string): Campaign {
  const flow = { activities: [{ id: 'members', label: name, type: 'read-audience', audience }], transitions: [] };
  return campaign.parse({ format: 1, id: 'audience', name: audience, seed: 'audience', flow });
}
