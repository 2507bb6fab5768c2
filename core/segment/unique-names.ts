/** Gives names that none of `taken` has yet, as SQL sees names: whatever their case. */
export function uniqueNames(taken: Iterable<string>): (wanted: string) => string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  return (wanted) => {
    let name = wanted;
    while (used.has(name.toLowerCase())) name += '_';
    used.add(name.toLowerCase());
    return name;
  };
}
