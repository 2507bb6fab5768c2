import type { Frame } from './frames';

export interface ChannelEvents {
  frame(frame: Frame): void;
  /** Called once, when the other end or the line is gone, or after `close`. */
  closed(): void;
}

/** One line between the window and the host. Frames arrive in the order they were sent. */
export interface Channel {
  /** Takes what `carried` allows. Frames sent after the line closed go nowhere. @throws TypeError for a value no line can carry */
  send(frame: Frame): void;
  /** Starts delivery; what arrived before is kept until then. */
  listen(events: ChannelEvents): void;
  close(): void;
}
