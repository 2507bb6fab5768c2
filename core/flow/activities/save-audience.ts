import type { ActivityOf } from '../../model/activity';
import { type Column, toColumn } from '../../segment/population';
import { report } from '../../segment/scope';
import { type ActivityKind, type Lowering, requireEntityOf } from '../lowering';
import { clashOf, savedMembers } from '../saved-members';

/** Passes its population on; a confirmed run keeps its members under the audience's name. */
export const saveAudience: ActivityKind<'save-audience'> = {
  type: 'save-audience',
  inputs: { min: 1, max: 1 },
  passesAll: true,
  outputs: () => ['out'],
  lower(activity, lowering) {
    const [input] = lowering.inputs;
    if (!input || !requireEntityOf(lowering, input)) return undefined;
    const saved = savedMembers(lowering.compilation, input, activity.columns, lowering.place);
    checkTarget(activity, input.dimension, saved?.columns ?? [], lowering);
    return { out: input };
  },
};

/** Whether the audience is there as the mode needs it. */
function checkTarget(
  { audience, mode }: ActivityOf<'save-audience'>,
  dimension: string,
  columns: readonly Column[],
  lowering: Lowering,
): void {
  const { compilation, place, audiences } = lowering;
  const before = audiences.find((a) => a.id === audience);
  if (!before) {
    const known = audiences.map((a) => a.id).join(', ') || '–';
    if (mode === 'remove') report(compilation, 'flow-unknown-audience', place, { audience, known });
    return;
  }
  const { definition } = before;
  if (mode === 'create') return report(compilation, 'audience-exists', place, { audience });
  if (definition.kind !== 'snapshot') return report(compilation, 'audience-live', place, { audience });
  if (before.dimension !== dimension)
    return report(compilation, 'flow-dimension-mismatch', place, { found: dimension, needed: before.dimension });
  const kept = (definition.columns ?? []).map((c) => toColumn(c, c.name));
  const clash = mode === 'append' ? clashOf(kept, columns) : undefined;
  if (clash) report(compilation, 'audience-column-type', place, { audience, ...clash });
}
