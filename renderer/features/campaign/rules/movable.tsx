import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { Rule } from '../../../../core/model/rule';
import type { Direction } from './move';

/** Says to screen readers where a part was moved. */
export const Announce = createContext<(text: string) => void>(() => undefined);

const keys: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

/** The part that is on its way: it takes the focus along to where it comes to be. */
let moving: Rule | undefined;

/** A part of a group that Alt and the arrow keys move. */
export function Movable({
  rule,
  onMove,
  children,
}: {
  rule: Rule;
  /** @returns what is said of the move; undefined where it leads nowhere */
  onMove: (direction: Direction) => string | undefined;
  children: ReactNode;
}) {
  const here = useRef<HTMLDivElement>(null);
  const announce = useContext(Announce);
  useEffect(() => {
    if (moving !== rule) return;
    moving = undefined;
    here.current?.querySelector<HTMLElement>('button, input')?.focus();
  });
  const take = (event: React.KeyboardEvent) => {
    const direction = event.altKey ? keys[event.key] : undefined;
    const nearest = event.target instanceof Element ? event.target.closest('[data-movable]') : null;
    if (!direction || nearest !== here.current) return;
    event.preventDefault();
    event.stopPropagation();
    moving = rule;
    const said = onMove(direction);
    if (said === undefined) moving = undefined;
    else announce(said);
  };
  return (
    <div ref={here} data-movable onKeyDownCapture={take}>
      {children}
    </div>
  );
}
