import { create } from 'zustand';
import { sameJson } from '../../core/history/patch';
import type { DataModel } from '../../core/model/entity';
import { call } from './host';

interface Data {
  model: DataModel;
  refresh: () => Promise<void>;
}

/** Every entity and link of the open workspace. */
export const useData = create<Data>((set, get) => ({
  model: { entities: [], links: [] },
  refresh: async () => {
    const model = await call('model.read', {});
    if (!sameJson(get().model, model)) set({ model });
  },
}));
