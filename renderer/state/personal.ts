import { useMemo } from 'react';
import { create } from 'zustand';
import type { PersonalLabel } from '../../core/model/entity';
import { masked } from '../../core/model/personal';
import type { Cell } from '../../core/model/value';
import { useData } from './data';

export interface Personal {
  /** Labels by name of attribute, of whatever entity. */
  labels: ReadonlyMap<string, PersonalLabel>;
  shown: boolean;
  onShow: (shown: boolean) => void;
}

/** Never kept: whoever opens the window has to choose to see. */
const useShown = create<{ shown: boolean }>(() => ({ shown: false }));

const onShow = (shown: boolean) => useShown.setState({ shown });

/** What of rows is personal, and whether it is to be seen. A column of any result that has the name of a labelled attribute is. */
export function usePersonal(): Personal {
  const entities = useData((state) => state.model.entities);
  const shown = useShown((state) => state.shown);
  return useMemo(() => {
    const all = entities.flatMap((e) => e.attributes);
    const labels = new Map(all.flatMap((a) => (a.personal ? [[a.name, a.personal] as const] : [])));
    return { labels, shown, onShow };
  }, [entities, shown]);
}

/** Shows a value that holds something of a label, or hides it as long as nobody has chosen to see it. */
export type See = (value: Cell, label: PersonalLabel | undefined) => Cell;

export function useSee(): See {
  const shown = useShown((state) => state.shown);
  return (value, label) => (shown || label === undefined ? value : masked(label, value));
}
