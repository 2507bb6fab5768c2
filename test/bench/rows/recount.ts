import type { TransitionCount } from '../../../core/model/run';
import { canvas, type Edits } from '../campaigns';
import { counting } from '../counting';
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
  const { told, settled } = counting(world);
  const many = (await told(canvas(), 0)).length;
  const cold = collector<TransitionCount[]>();
  const edited = edits.map((e) => ({ ...e, times: collector<TransitionCount[]>(), note: '' }));
  for (let n = 0; n < 3; n++) {
    await cold.take({ prepare: () => forget(world), run: () => told(canvas(), many), settle: settled });
    for (const e of edited) {
      await e.times.take({ run: () => told(canvas(e.edit(n)), many), settle: settled });
      const { computed, reused } = await settled();
      e.note = `${computed} steps, ${reused} kept`;
    }
  }
  return edited.map(({ row, aim, times, note }) => against(row, aim, { ours: times.taken(), baseline: cold.taken() }, note));
};
