import type { Connection } from '../../ports/engine';
import { readingOnly } from '../audience/count-audience';
import { computeOutput } from '../campaign/compute-output';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { type AtMoment, type Members, membersIn } from './members';

/** Members of a saved audience: a live one's over the data as it is, a snapshot's as they were kept. @throws AppError `not-found` */
export async function audienceMembers(ctx: Context, connection: Connection, id: string, at: AtMoment): Promise<Members> {
  const audience = findDocument(ctx, 'audience', id);
  const { population, rows } = await computeOutput(ctx, connection, {
    ...at,
    campaign: readingOnly(audience.id, audience.name),
    activity: 'members',
    output: 'out',
  });
  return membersIn(population, rows);
}
