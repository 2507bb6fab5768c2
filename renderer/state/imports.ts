import { create } from 'zustand';

/** Files waiting to be imported, by their path on the host's disk; the first one is in the import dialog. */
export const useImports = create<{ waiting: string[] }>(() => ({ waiting: [] }));

/** What files of data are called at their end. */
export const fileExtensions = ['csv', 'tsv', 'txt', 'json', 'ndjson', 'jsonl', 'parquet', 'xlsx', 'gz', 'zip'];

export function queueImports(paths: readonly string[]): void {
  useImports.setState((state) => ({ waiting: [...state.waiting, ...paths] }));
}

export function nextImport(): void {
  useImports.setState((state) => ({ waiting: state.waiting.slice(1) }));
}
