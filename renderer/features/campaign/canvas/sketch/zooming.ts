import type { View } from '../view';
import { enlarged, enlarges, toward } from './glide';

export interface Stage {
  frame: HTMLElement;
  cover: HTMLElement;
  /** The view that is drawn below the cover. */
  view: () => View;
  show: (view: View) => void;
  sketch: (view: View) => void;
  /** Calls it once everything in the view that is shown is drawn. Returns what takes it back. */
  whenDrawn: (then: () => void) => () => void;
}

/** Without a turn of the wheel for so many milliseconds, the zooming is over. */
const pause = 140;

/**
 * While the wheel is turned the flow is sketched on a cover: drawing it anew at every size takes longer than a frame. When it rests, the
 * flow goes the same way below, in steps that each draw little, and the cover is taken away. Returns what ends it.
 */
export function sketchWhileZoomed({ frame, cover, view, show, sketch, whenDrawn }: Stage): () => void {
  let goal: View | undefined;
  let isResting = false;
  let pointer = { x: 0, y: 0 };
  let next = () => {};

  const later = (begin: (then: () => void) => () => void, then: () => void) => {
    next();
    next = begin(then);
  };
  const inFrame = (then: () => void) => {
    const frame = requestAnimationFrame(then);
    return () => cancelAnimationFrame(frame);
  };
  const uncover = () => {
    next();
    goal = undefined;
    isResting = false;
    cover.hidden = true;
  };
  const follow = () => {
    if (!goal) return;
    isResting = true;
    const step = toward(view(), goal);
    show(step);
    if (step === goal) later(whenDrawn, uncover);
    else later(inFrame, follow);
  };
  /** Whoever reaches for something means what is to be there. */
  const arrive = () => {
    if (!goal) return;
    show(goal);
    uncover();
  };
  let drawing = 0;
  const turn = (event: WheelEvent) => {
    if (!isMeant(event.target, goal !== undefined)) return;
    event.preventDefault();
    event.stopPropagation();
    const { left, top } = frame.getBoundingClientRect();
    pointer = { x: event.clientX, y: event.clientY };
    goal = enlarged(goal ?? view(), enlarges(event), { x: pointer.x - left, y: pointer.y - top });
    isResting = false;
    cancelAnimationFrame(drawing);
    drawing = requestAnimationFrame(() => {
      if (!goal) return;
      cover.hidden = false;
      sketch(goal);
    });
    later((then) => {
      const timer = setTimeout(then, pause);
      return () => clearTimeout(timer);
    }, follow);
  };
  const move = (event: PointerEvent) => {
    if (isResting && (event.clientX !== pointer.x || event.clientY !== pointer.y)) arrive();
  };
  const ends = new AbortController();
  const { signal } = ends;
  frame.addEventListener('wheel', turn, { capture: true, passive: false, signal });
  window.addEventListener('pointermove', move, { capture: true, signal });
  window.addEventListener('pointerdown', arrive, { capture: true, signal });
  window.addEventListener('keydown', arrive, { capture: true, signal });
  return () => {
    ends.abort();
    cancelAnimationFrame(drawing);
    uncover();
  };
}

/** Not over the map or a note that is longer than its frame, which take the wheel for themselves. */
function isMeant(target: EventTarget | null, isCovered: boolean): boolean {
  if (!(target instanceof Element)) return false;
  if (isCovered) return target.closest('.react-flow__panel') === null;
  return target.closest('.react-flow__pane') !== null && target.closest('.nowheel') === null;
}
