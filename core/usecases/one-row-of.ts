/** SQL that holds for one of `every` row of a table, taken by a hash of their numbers, since what a file holds may repeat at any distance. */
export function oneRowOf(every: number): string {
  return `hash(rowid) % ${every} = 0`;
}
