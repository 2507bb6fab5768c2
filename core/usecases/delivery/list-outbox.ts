import type { DeliverySummary } from '../../model/report';
import type { Context } from '../context';
import { listDeliveries } from './list-deliveries';

/** The same for people to look at: the last that was frozen first, each with the moment its run took as now. */
export async function listOutbox(ctx: Context): Promise<DeliverySummary[]> {
  const asOf = new Map(ctx.store.list('run').flatMap((run) => run.deliveries.map((folder) => [folder, run.asOf])));
  const all = (await listDeliveries(ctx)).map((delivery) => {
    const moment = asOf.get(delivery.folder);
    return moment === undefined ? delivery : { ...delivery, asOf: moment };
  });
  return all.sort((a, b) => at(b) - at(a));
}

const at = ({ frozenAt }: DeliverySummary) => (frozenAt === null ? Number.NEGATIVE_INFINITY : Date.parse(frozenAt));
