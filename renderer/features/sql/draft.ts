import { create } from 'zustand';

/** What is being written, kept while the window is open. */
export const useSqlDraft = create<{ sql: string }>(() => ({ sql: '' }));
