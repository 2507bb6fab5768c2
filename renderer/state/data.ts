import { create } from 'zustand';
import type { DataModel } from '../../core/model/entity';
import { call } from './host';

interface Data {
  model: DataModel;
  refresh: () => Promise<void>;
}

/** Every entity and link of the open workspace. */
export const useData = create<Data>((set) => ({
  model: { entities: [], links: [] },
  refresh: async () => set({ model: await call('model.read', {}) }),
}));
