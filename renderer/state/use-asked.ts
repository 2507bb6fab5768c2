import { useEffect, useState } from 'react';
import { isCancelled } from './failures';

export interface Asked<T> {
  value?: T;
  error?: unknown;
}

/** Asks when `ask` changes (give it a stable identity); an answer that comes too late is dropped and its work cancelled. */
export function useAsked<T>(ask: ((signal: AbortSignal) => Promise<T>) | undefined): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({});
  useEffect(() => {
    setAsked({});
    if (!ask) return;
    const control = new AbortController();
    ask(control.signal).then(
      (value) => !control.signal.aborted && setAsked({ value }),
      (error: unknown) => !control.signal.aborted && !isCancelled(error) && setAsked({ error }),
    );
    return () => control.abort();
  }, [ask]);
  return asked;
}
