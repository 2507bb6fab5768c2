/**
 * Optimisers of DuckDB that give wrong rows, for `disabled_optimizers`; each engine refuses names that it does not know.
 * - `join_filter_pushdown`, up to 1.5: keys of one side of a join filter the other side below its LIMIT, so that other rows are the
 *   first. Whether they are there in time is left to chance.
 * - `top_n_window_elimination`, 1.5: of rows that are the same but for what they are ordered by, one stays.
 */
export const wrongOptimisers = {
  native: 'join_filter_pushdown,top_n_window_elimination',
  wasm: 'join_filter_pushdown',
} as const;
