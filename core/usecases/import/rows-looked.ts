const rows = 50_000;
const cells = 1_000_000;

/** So many rows of a file a look at it reads; fewer of very wide ones. */
export function rowsLooked(columns: number): number {
  return Math.min(rows, Math.ceil(cells / columns));
}
