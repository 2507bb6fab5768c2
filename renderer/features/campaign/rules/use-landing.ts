import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';
import type { Place } from '../../../../core/base/problems';
import { draggedFrom } from './dragged';
import { startsWith } from './parts';
import { useRuleMoves } from './rule-moves';

/** How near an edge of a group the gap before or behind it is meant, in pixels. */
const edge = 8;

/** Before how many of the parts of a group the pointer is. */
function indexAt(group: Element, y: number): number {
  const middles = [...group.querySelectorAll(':scope > [data-movable]')].map((part) => {
    const { top, height } = part.getBoundingClientRect();
    return top + height / 2;
  });
  return middles.filter((middle) => middle < y).length;
}

/**
 * Takes parts that are dragged onto a group, where they mean something.
 * @returns before which part the one that is dragged would land; undefined where none is, or it would stay where it is
 */
export function useLanding(element: RefObject<HTMLElement | null>, group: Place, entity: string): number | undefined {
  const moves = useRuleMoves();
  const [landing, setLanding] = useState<number>();
  useEffect(() => {
    const here = element.current;
    if (!here) return undefined;
    const within = here.parentElement?.matches('[data-movable]') ?? false;
    return dropTargetForElements({
      element: here,
      canDrop: ({ source, input }) => {
        const dragged = draggedFrom(source.data);
        if (dragged?.rule !== moves.id || dragged.entity !== entity || startsWith(group, dragged.place)) return false;
        const { top, bottom } = here.getBoundingClientRect();
        return !within || (input.clientY > top + edge && input.clientY < bottom - edge);
      },
      onDrag: ({ source, location, self }) => {
        const from = draggedFrom(source.data)?.from;
        const to = { group, index: indexAt(here, location.current.input.clientY) };
        const mine = location.current.dropTargets[0]?.element === self.element;
        setLanding(mine && from && moves.leads(from, to) ? to.index : undefined);
      },
      onDragLeave: () => setLanding(undefined),
      onDrop: ({ source, location, self }) => {
        setLanding(undefined);
        const from = draggedFrom(source.data)?.from;
        if (!from || location.current.dropTargets[0]?.element !== self.element) return;
        moves.move(from, { group, index: indexAt(here, location.current.input.clientY) });
      },
    });
  }, [element, moves, group, entity]);
  return landing;
}
