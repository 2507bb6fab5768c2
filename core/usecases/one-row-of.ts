/** SQL that holds for one of `every` row of a table, taken by a hash of their numbers, since what a file holds may repeat at any distance. */
export function oneRowOf(every: number): string {
  return `hash(rowid) % ${every} = 0`;
}

/** Rows that lie together; those between are not read at all, though what is sorted is seen in places only. */
const blockRows = 2048;

/** SQL that holds for one of `every` block of rows, as the engine reads them. */
export function oneBlockOf(every: number): string {
  return `hash(rowid // ${blockRows}) % ${every} = 0`;
}
