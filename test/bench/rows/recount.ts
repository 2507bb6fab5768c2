import type { CountReport } from '../../../core/model/report';
import { countCampaign } from '../../../core/usecases/campaign/count-campaign';
import { canvas, type Edits } from '../campaigns';
import { collector } from '../measure';
import { against, type Row } from '../row';
import { forget } from '../world';

const edits: { row: string; aim: number; edit(n: number): Edits }[] = [
  { row: 'recount after editing a leaf', aim: 0.15, edit: (n) => ({ leafPoints: 501 + n }) },
  { row: 'recount after editing the middle', aim: 0.6, edit: (n) => ({ middleName: `store_${n}` }) },
  { row: 'recount after editing the root', aim: 1.1, edit: (n) => ({ rootTotal: 31 + n }) },
];

/** Against the cold canvas. Each edit is one that was never counted before. */
export const recount: Row = async (world) => {
  const count = (campaign = canvas()) => countCampaign(world.ctx, campaign, { asOf: world.asOf.instant });
  const cold = collector<CountReport>();
  const edited = edits.map((e) => ({ ...e, times: collector<CountReport>() }));
  for (let n = 0; n < 3; n++) {
    await cold.take({ prepare: () => forget(world), run: () => count() });
    for (const { edit, times } of edited) await times.take({ run: () => count(canvas(edit(n))) });
  }
  return edited.map(({ row, aim, times }) => {
    const ours = times.taken();
    return against(row, aim, { ours, baseline: cold.taken() }, `${ours.last.computed} steps, ${ours.last.reused} kept`);
  });
};
