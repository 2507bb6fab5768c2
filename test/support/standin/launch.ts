import Module, { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { type Incident, standinElectron } from './electron';

const require = createRequire(import.meta.url);

export interface Standin {
  page: Page;
  records: Incident[];
  /** Ends the host as a crash would. */
  killHost(): void;
  close(): void;
}

interface Loader {
  _load(request: string, ...rest: unknown[]): unknown;
}

/** Runs the built desktop app of a folder (`out`) on the stand-in, with its own home folder. */
export async function launchStandin(browser: Browser, out: string, home: string): Promise<Standin> {
  const { module, windows, processes, records } = standinElectron(browser);
  const loader = Module as typeof Module & Loader;
  const load = loader._load;
  const main = path.join(out, 'main/index.cjs');
  const homeBefore = process.env.MUSTER_HOME;
  process.env.MUSTER_HOME = home;
  loader._load = function (this: unknown, request: string, ...rest: unknown[]) {
    return request === 'electron' ? module : load.call(this, request, ...rest);
  };
  try {
    delete require.cache[main];
    require(main);
  } finally {
    loader._load = load;
  }
  for (let waited = 0; windows.length === 0 && waited < 5000; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
  const page = await windows[0]?.page();
  if (!page) throw new Error('the app opened no window');
  return {
    page,
    records,
    killHost: () => processes.at(-1)?.kill(),
    close: () => {
      for (const started of processes) started.kill();
      if (homeBefore === undefined) delete process.env.MUSTER_HOME;
      else process.env.MUSTER_HOME = homeBefore;
    },
  };
}
