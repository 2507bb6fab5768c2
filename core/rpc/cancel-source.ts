import type { CancelSignal } from '../base/cancellation';

export interface CancelSource {
  readonly signal: CancelSignal;
  cancel(): void;
}

declare const AbortController: new () => { readonly signal: CancelSignal; abort(): void };

/** The platform's own AbortController, so that adapters may hand the signal on to the platform. */
export function cancelSource(): CancelSource {
  const controller = new AbortController();
  return { signal: controller.signal, cancel: () => controller.abort() };
}
