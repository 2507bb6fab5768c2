import type { Page } from '@playwright/test';

declare global {
  interface Window {
    drawnBefore?: Map<Element, unknown>;
  }
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** In µs. */
  dur?: number;
  args: { name?: string };
}

/** What the compositor did with frames, and how long the main thread was at what. */
const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame'];
/** A task longer than this makes a window that is used wait. */
const longTask = 50;

/** Does something and says, by a trace of the browser, how many frames were shown meanwhile and how many came too late, and the longest task. */
export async function framesDuring(page: Page, name: string, doIt: () => Promise<void>): Promise<string> {
  const browser = page.context().browser();
  if (!browser) throw new Error("only a browser of one's own can be traced");
  await browser.startTracing(page, { categories });
  await doIt();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threads = traceEvents.filter((event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain');
  const isMain = ({ pid, tid }: TraceEvent) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && isMain(event)).map(({ dur = 0 }) => dur / 1000);
  const count = (kind: string) => traceEvents.filter((event) => event.name === kind).length;
  const long = tasks.filter((task) => task > longTask).length;
  return `${name}: ${count('DrawFrame')} frames shown, ${count('DroppedFrame')} dropped; longest task ${Math.round(Math.max(...tasks))} ms, ${long} over ${longTask} ms`;
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
