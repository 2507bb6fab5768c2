import type { Transition } from '../../core/model/activity';
import type { Selection } from './look';

export const arrowKey = ({ from, output, to, input }: Transition) => `${from}/${output}>${to}/${input}`;

export const sameArrow = (a: Transition, b: Transition) => arrowKey(a) === arrowKey(b);

/** One arrow is selected by itself; of a selected output, all of its arrows are. */
export function isArrowSelected({ activities, output, arrow }: Selection, transition: Transition): boolean {
  return arrow ? sameArrow(arrow, transition) : output === transition.output && activities[0] === transition.from;
}

export const withArrow = (arrow: Transition): Selection => ({ activities: [arrow.from], output: arrow.output, arrow });
