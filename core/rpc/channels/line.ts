import type { ChannelEvents } from '../channel';
import type { Frame } from '../frames';

/** Keeps what arrives before someone listens, and says `closed` once. */
export interface Line {
  readonly open: boolean;
  frame(frame: Frame): void;
  closed(): void;
  listen(events: ChannelEvents): void;
}

export function createLine(): Line {
  let listener: ChannelEvents | undefined;
  let open = true;
  const early: Frame[] = [];
  return {
    get open() {
      return open;
    },
    frame: (frame) => {
      if (!open) return;
      if (listener) listener.frame(frame);
      else early.push(frame);
    },
    closed: () => {
      if (!open) return;
      open = false;
      listener?.closed();
    },
    listen: (events) => {
      listener = events;
      for (const frame of early.splice(0)) events.frame(frame);
      if (!open) events.closed();
    },
  };
}
