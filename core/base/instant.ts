/** Milliseconds since 1970 as `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
