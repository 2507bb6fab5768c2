import type { Activity } from '../../../../core/model/activity';
import { outputsOf } from '../../../state/outputs';
import type { Text } from '../../../text/use-text';
import { outputLabel } from '../sentence';

/** What a step of an activity does: the name of the output it stands for, else its work in words. Nothing where the activity says it all. */
export function stepWords(activity: Activity | undefined, step: string, t: Text): string {
  const { logFile, logStep, logFirst } = t.campaign.dock;
  if (step === 'file') return logFile;
  if (activity && outputsOf(activity).includes(step)) return outputLabel(activity, step, t);
  const turn = /^first_(\d+)$/.exec(step)?.[1];
  const segment = activity?.type === 'split' && turn !== undefined ? activity.subsets[Number(turn) - 1] : undefined;
  return activity && segment ? logFirst(outputLabel(activity, segment.id, t)) : (logStep[step] ?? '');
}
