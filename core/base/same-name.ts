/** Whether SQL takes the two for one name: databases tell names apart without their case. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
