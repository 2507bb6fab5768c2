import type { CancelSignal } from '../base/cancellation';

/** Waiting and chance, kept apart from the code that decides about them. */
export interface Timer {
  /** @throws AppError `cancelled` as soon as the signal is aborted */
  wait(milliseconds: number, signal?: CancelSignal): Promise<void>;
  /** Uniform in [0, 1). */
  random(): number;
}
