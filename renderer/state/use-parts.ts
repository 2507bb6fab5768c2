import { useMemo } from 'react';
import type { ReadAs } from '../../core/model/recipe';
import { call } from './host';
import { useAsked } from './use-asked';

/** What can be chosen of a file; asked for once it is `wanted`. */
export function useParts(path: string, how: ReadAs, wanted: boolean) {
  const ask = useMemo(
    () => (wanted ? (signal: AbortSignal) => call('import.parts', { path, ...how }, { signal }) : undefined),
    [path, how, wanted],
  );
  return useAsked(ask);
}
