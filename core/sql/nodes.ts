type Node = { readonly [field: string]: unknown };

/** A copy of plain data in which every object was given to `change`, inner ones first. */
export function mapNodes<T>(value: T, change: (node: Node) => Node): T {
  if (Array.isArray(value)) return value.map((item) => mapNodes(item, change)) as T;
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).map(([field, inner]) => [field, mapNodes<unknown>(inner, change)]);
  return change(Object.fromEntries(fields)) as T;
}

/** Shows every object of plain data, outer ones first. */
export function visitNodes(value: unknown, look: (node: Node) => void): void {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) look(value as Node);
  for (const inner of Object.values(value)) visitNodes(inner, look);
}
