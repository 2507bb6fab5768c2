import { countCampaign } from '../../../core/usecases/campaign/count-campaign';
import { canvasByHand } from '../by-hand/canvas';
import { canvas } from '../campaigns';
import { race } from '../measure';
import { against, type Row } from '../row';
import { forget } from '../world';

/** All counts of twelve activities with nothing kept, against one query written by hand. */
export const coldCanvas: Row = async (world) => {
  const asOf = world.asOf.instant;
  const measured = await race(
    { prepare: () => forget(world), run: () => countCampaign(world.ctx, canvas(), { asOf }) },
    { run: () => world.sql((c) => c.query(canvasByHand(world.asOf), { limit: 1 })) },
  );
  const { counts } = measured.ours.last;
  const found = Object.fromEntries(counts.map((c) => [`${c.activity} ${c.output}`, c.rows]));
  const { columns, values } = measured.baseline.last;
  for (const [i, { name }] of columns.entries())
    if (found[name] !== Number(values[i]?.[0])) throw new Error(`${name}: ${found[name]} is not ${String(values[i]?.[0])}`);
  if (columns.length !== counts.length) throw new Error('not every transition is counted by hand');
  return [against('12 activities, cold, all counts', 1.25, measured)];
};
