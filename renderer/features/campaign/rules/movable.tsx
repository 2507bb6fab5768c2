import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Place } from '../../../../core/base/problems';
import type { Rule } from '../../../../core/model/rule';
import type { Direction } from './move';
import type { Spot } from './parts';
import { useRuleMoves } from './rule-moves';

/** A part of a group, as its handle knows it. */
export interface MovablePart {
  rule: Rule;
  entity: string;
  spot: Spot;
  onDragged: (dragged: boolean) => void;
}

/** The part around, where it can be moved. */
const Part = createContext<MovablePart | undefined>(undefined);

export const useMovablePart = () => useContext(Part);

/** What is inside is no part of a group: the whole condition of a frame. */
export function Fixed({ children }: { children: ReactNode }) {
  return <Part.Provider value={undefined}>{children}</Part.Provider>;
}

const keys: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

/** A part of a group that Alt and the arrow keys move, and its handle. */
export function Movable({
  rule,
  entity,
  group,
  index,
  children,
}: {
  rule: Rule;
  entity: string;
  group: Place;
  index: number;
  children: ReactNode;
}) {
  const here = useRef<HTMLDivElement>(null);
  const moves = useRuleMoves();
  const [dragged, setDragged] = useState(false);
  useEffect(() => {
    if (moves.arrived(rule)) here.current?.querySelector<HTMLElement>('button, input')?.focus();
  });
  const spot = useMemo(() => ({ group, index }), [group, index]);
  const part = useMemo(() => ({ rule, entity, spot, onDragged: setDragged }), [rule, entity, spot]);
  const take = (event: React.KeyboardEvent) => {
    const direction = event.altKey ? keys[event.key] : undefined;
    const nearest = event.target instanceof Element ? event.target.closest('[data-movable]') : null;
    if (!direction || nearest !== here.current) return;
    event.preventDefault();
    event.stopPropagation();
    const to = moves.towards(spot, direction);
    if (to) moves.move(spot, to);
  };
  return (
    <Part.Provider value={part}>
      <div ref={here} data-movable data-dragged={dragged} onKeyDownCapture={take}>
        {children}
      </div>
    </Part.Provider>
  );
}
