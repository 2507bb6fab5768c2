import { AppError } from '../../base/errors';
import type { Waterfall } from '../../model/run';
import type { Context } from '../context';
import { readWaterfall } from '../sending/read-waterfall';
import { withConnection } from '../with-connection';
import { computeOutput, type OutputRequest } from './compute-output';
import { messagesOf } from './messages';

/** Why each row of a message's population goes out or not. @throws AppError `not-found` when the activity sends nothing */
export function messageWaterfall(ctx: Context, request: Omit<OutputRequest, 'output'>): Promise<Waterfall> {
  return withConnection(ctx, async (connection) => {
    const { plan } = await computeOutput(ctx, connection, { ...request, output: 'out' }, (made) =>
      messagesOf(request.campaign, made).map((m) => m.table.name),
    );
    const message = messagesOf(request.campaign, plan).find((m) => m.activity.id === request.activity);
    if (!message) {
      const known = messagesOf(request.campaign, plan)
        .map((m) => m.activity.id)
        .join(', ');
      throw new AppError('not-found', { kind: 'message', name: request.activity, known: known || '–' });
    }
    return readWaterfall(connection, message.table, message.assessment, message.seeds.length, request.signal);
  });
}
