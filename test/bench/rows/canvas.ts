import { canvasByHand } from '../by-hand/canvas';
import { canvas } from '../campaigns';
import { counting } from '../counting';
import { median, race } from '../measure';
import { against, type Row } from '../row';
import { forget } from '../world';

/** All counts of twelve activities with nothing kept, against one query written by hand. */
export const coldCanvas: Row = async (world) => {
  const columns = await world.sql((c) => c.describe(canvasByHand(world.asOf)));
  const { told, settled } = counting(world);
  const whole: number[] = [];
  let began = 0;
  const measured = await race(
    {
      prepare: () => forget(world),
      run: () => {
        began = performance.now();
        return told(canvas(), columns.length);
      },
      settle: async () => {
        await settled();
        whole.push(performance.now() - began);
      },
    },
    { run: () => world.sql((c) => c.query(canvasByHand(world.asOf), { limit: 1 })) },
  );
  const found = Object.fromEntries(measured.ours.last.map((c) => [`${c.activity} ${c.output}`, c.rows]));
  const { values } = measured.baseline.last;
  for (const [i, { name }] of columns.entries())
    if (found[name] !== Number(values[i]?.[0])) throw new Error(`${name}: ${found[name]} is not ${String(values[i]?.[0])}`);
  if (columns.length !== measured.ours.last.length) throw new Error('not every transition is counted by hand');
  return [against('12 activities, cold, all counts', 1.25, measured, `what edits read is kept after ${Math.round(median(whole))} ms`)];
};
