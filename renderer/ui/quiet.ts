import { isWriting } from './is-writing';

/** Between two keys or movements of somebody at work there is less. */
const long = 2000;
let touched = performance.now();

for (const type of ['keydown', 'pointermove', 'pointerdown', 'wheel'])
  window.addEventListener(type, () => (touched = performance.now()), { capture: true, passive: true });

/** Waits until nobody has done anything for a moment nor is in a text, and the window has nothing to do. */
export async function quiet(): Promise<void> {
  for (;;) {
    const left = isWriting(document.activeElement) ? long : touched + long - performance.now();
    if (left <= 0) {
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: long }));
      if (touched + long <= performance.now() && !isWriting(document.activeElement)) return;
    } else await new Promise((resolve) => setTimeout(resolve, left));
  }
}
