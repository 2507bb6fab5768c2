import { X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useCampaign } from '../../state/campaign';
import { useCommands } from '../../state/commands';
import { leaveTour, type Stop, selectFor, stops, turnTo, useTour } from '../../state/tour';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import './tour.css';
import { usePointedAt } from './use-pointed-at';

const sides = { counts: 'bottom', rule: 'left', rows: 'top', rehearse: 'bottom', deliver: 'right', keys: 'right' } as const;

/** A narrow window has no room for a card beside anything. */
const narrow = window.matchMedia('(max-width: 820px)');
const isNarrow = () => narrow.matches;
function onNarrow(change: () => void): () => void {
  narrow.addEventListener('change', change);
  return () => narrow.removeEventListener('change', change);
}

/** Where the card stands while what it is about is not on the screen. */
const aside = { getBoundingClientRect: () => new DOMRect(window.innerWidth / 2, window.innerHeight - 40, 0, 0) };

export function Tour() {
  const stop = useTour((state) => state.stop);
  return stop && <Card stop={stop} />;
}

/** Says what a stop is about beside the thing itself. Everything else can be used as ever. */
function Card({ stop }: { stop: Stop }) {
  const t = useText();
  const card = useRef<HTMLDivElement>(null);
  const open = useCampaign((state) => state.campaign?.id);
  const element = usePointedAt(stop);
  const beside = useSyncExternalStore(onNarrow, isNarrow) ? undefined : element;
  const [before, after] = [stops[stops.indexOf(stop) - 1], stops[stops.indexOf(stop) + 1]];
  useEffect(() => selectFor(stop), [stop, open]);
  useEffect(() => card.current?.focus({ preventScroll: true }), [stop]);
  useTourCommands(before, after, card);
  return (
    <Popover.Root open onOpenChange={leaveTour}>
      <Popover.Anchor virtualRef={{ current: beside ?? aside }} />
      <Popover.Portal>
        <Popover.Content
          ref={card}
          className="tour"
          role="region"
          aria-labelledby="tour-title"
          aria-describedby="tour-text"
          tabIndex={-1}
          side={beside ? sides[stop] : 'top'}
          sticky="always"
          sideOffset={10}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            card.current?.focus({ preventScroll: true });
          }}
          onInteractOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveFocusTo(element);
          }}
        >
          <div className="tour-head">
            <h2 id="tour-title" className="grow">
              {t.tour.stops[stop].title}
            </h2>
            <Button label={t.tour.leave} icon={X} iconOnly size="small" keys="Esc" onClick={leaveTour} />
          </div>
          <p id="tour-text">{t.tour.stops[stop].text}</p>
          <div className="row">
            <span className="muted grow">{t.tour.of(stops.indexOf(stop) + 1, stops.length)}</span>
            {before && <Button label={t.common.back} size="small" onClick={() => turnTo(before)} />}
            <Button
              label={after ? t.common.next : t.tour.done}
              look="primary"
              size="small"
              onClick={() => (after ? turnTo(after) : leaveTour())}
            />
          </div>
          {beside && <Popover.Arrow className="tour-arrow" width={14} height={7} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The card is the last thing of the page: keys lead back to it from whatever was tried out. */
function useTourCommands(before: Stop | undefined, after: Stop | undefined, card: React.RefObject<HTMLElement | null>): void {
  const t = useText();
  const commands = useMemo(
    () => [
      { id: 'tour/card', label: t.tour.toCard, keys: 'F6', bound: true as const, run: () => card.current?.focus() },
      ...(after ? [{ id: 'tour/next', label: t.tour.nextStop, run: () => turnTo(after) }] : []),
      ...(before ? [{ id: 'tour/back', label: t.tour.stopBefore, run: () => turnTo(before) }] : []),
      { id: 'tour/leave', label: t.tour.leave, run: leaveTour },
    ],
    [t, before, after, card],
  );
  useCommands(t.tour.title, commands);
}

/** Where one goes on after the card is gone, unless one is somewhere already. */
function giveFocusTo(element: Element | undefined): void {
  if (document.activeElement !== document.body) return;
  const able = 'button, input, [tabindex="0"]';
  const next = element?.matches(able) ? element : element?.querySelector(able);
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}
