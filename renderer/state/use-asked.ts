import { useEffect, useState } from 'react';
import { isCancelled } from './failures';

export interface Asked<T> {
  value?: T;
  /** More of the value is still to come. */
  partial?: true;
  error?: unknown;
}

/**
 * Asks when `ask` changes (give it a stable identity), or `of`, what the answer is about; an answer that comes too late is dropped and
 * its work cancelled. What `tell` is given is the value so far.
 */
export function useAsked<T>(ask: ((signal: AbortSignal, tell: (part: T) => void) => Promise<T>) | undefined, of?: object): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({});
  useEffect(() => {
    setAsked({});
    if (!ask) return;
    const control = new AbortController();
    const tell = (value: T) => !control.signal.aborted && setAsked({ value, partial: true });
    ask(control.signal, tell).then(
      (value) => !control.signal.aborted && setAsked({ value }),
      (error: unknown) => !control.signal.aborted && !isCancelled(error) && setAsked({ error }),
    );
    return () => control.abort();
  }, [ask, of]);
  return asked;
}
