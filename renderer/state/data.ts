import { create } from 'zustand';
import { sameJson } from '../../core/history/patch';
import type { DataModel } from '../../core/model/entity';
import { byName } from './by-name';
import { call } from './host';

interface Data {
  model: DataModel;
  refresh: () => Promise<void>;
}

/** Every entity and link of the open workspace. */
export const useData = create<Data>((set, get) => ({
  model: { entities: [], links: [] },
  refresh: async () => {
    const { entities, links } = await call('model.read', {});
    const model = { entities: byName(entities), links };
    if (!sameJson(get().model, model)) set({ model });
  },
}));
