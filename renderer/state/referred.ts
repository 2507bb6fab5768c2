import { useMemo } from 'react';
import { useData } from './data';
import { useLibrary } from './library';
import { useSession } from './session';

/** What campaigns only refer to: another object as soon as any of it is other than before. */
export function useReferred(): object {
  const model = useData((state) => state.model);
  const audiences = useLibrary((state) => state.audiences);
  const filters = useLibrary((state) => state.filters);
  const settings = useSession((state) => state.settings);
  return useMemo(() => ({ model, audiences, filters, settings }), [model, audiences, filters, settings]);
}
