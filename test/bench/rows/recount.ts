import { countCampaign } from '../../../core/usecases/campaign/count-campaign';
import { canvas, type Edits } from '../campaigns';
import { race } from '../measure';
import { against, type Figure, type Row } from '../row';
import { forget } from '../world';

const edits: { row: string; aim: number; edit(n: number): Edits }[] = [
  { row: 'recount after editing a leaf', aim: 0.15, edit: (n) => ({ leafPoints: 501 + n }) },
  { row: 'recount after editing the middle', aim: 0.6, edit: (n) => ({ middleName: `store_${n}` }) },
  { row: 'recount after editing the root', aim: 1.1, edit: (n) => ({ rootTotal: 31 + n }) },
];

/** Against the cold canvas. Each edit is one that was never counted before. */
export const recount: Row = async (world) => {
  const asOf = world.asOf.instant;
  const figures: Figure[] = [];
  let n = 0;
  for (const { row, aim, edit } of edits) {
    const measured = await race(
      {
        prepare: () => countCampaign(world.ctx, canvas(), { asOf }),
        run: () => countCampaign(world.ctx, canvas(edit(n++)), { asOf }),
      },
      { prepare: () => forget(world), run: () => countCampaign(world.ctx, canvas(), { asOf }) },
    );
    const { computed, reused } = measured.ours.last;
    figures.push(against(row, aim, measured, `${computed} steps, ${reused} kept`));
  }
  return figures;
};
