import type { Page } from '@playwright/test';

interface Watch {
  frames: number[];
  long: number[];
  stop: () => void;
}

declare global {
  interface Window {
    watchedFrames?: Watch;
    drawnBefore?: Map<Element, unknown>;
  }
}

/** Does something and says how many milliseconds apart the frames came meanwhile, and how long what held them up took. */
export async function framesDuring(page: Page, name: string, doIt: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    const watch: Watch = { frames: [], long: [], stop: () => {} };
    let going = true;
    let last = performance.now();
    const next = (now: number) => {
      watch.frames.push(now - last);
      last = now;
      if (going) requestAnimationFrame(next);
    };
    const observer = new PerformanceObserver((list) => watch.long.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: 'longtask' });
    watch.stop = () => {
      going = false;
      observer.disconnect();
    };
    window.watchedFrames = watch;
    requestAnimationFrame(next);
  });
  await doIt();
  const { frames, long } = await page.evaluate(() => {
    const { frames, long, stop } = window.watchedFrames ?? { frames: [], long: [], stop: () => {} };
    stop();
    return { frames, long };
  });
  const sorted = frames.slice(1).sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  const held = long.length > 0 ? `, the longest ${Math.round(Math.max(...long))} ms` : '';
  return `${name}: ${sorted.length} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms; ${long.length} long tasks${held}`;
}

/**
 * Does something and says which elements React drew again meanwhile, by `data-id`, new ones left out. React gives an element new
 * properties whenever the component around it is called, also when they are equal.
 */
export async function drawnDuring(page: Page, selector: string, doIt: () => Promise<void>): Promise<string[]> {
  await page.evaluate((selector) => {
    const properties = (element: Element) => Object.entries(element).find(([key]) => key.startsWith('__reactProps$'))?.[1];
    window.drawnBefore = new Map([...document.querySelectorAll(selector)].map((element) => [element, properties(element)]));
  }, selector);
  await doIt();
  return page.evaluate(() => {
    const properties = (element: Element) => Object.entries(element).find(([key]) => key.startsWith('__reactProps$'))?.[1];
    const again = [...(window.drawnBefore ?? [])].filter(([element, before]) => element.isConnected && properties(element) !== before);
    return again.map(([element]) => element.getAttribute('data-id') ?? '').sort();
  });
}
