import type { ColumnMapping, FileRecipe } from '../../model/recipe';

/**
 * Columns under the names that the last load of the entity gave to those of the same name, and left aside where it left them. Types are
 * those of this file. The key is proposed again if the file has all of it.
 */
export function asLoadedBefore(
  before: FileRecipe,
  found: readonly ColumnMapping[],
): { columns: ColumnMapping[]; key: string[] | undefined } {
  const columns = found.map((column) => {
    const same = before.columns.find((c) => c.source === column.source && !c.generated);
    if (!same || column.ignore) return column;
    return { ...column, attribute: same.attribute, ...(same.ignore ? { ignore: true } : {}) };
  });
  const taken = columns.filter((c) => !c.ignore).map((c) => c.attribute);
  // A column that was not there before may have the name of one.
  if (new Set(taken.map((name) => name.toLowerCase())).size < taken.length) return { columns: [...found], key: undefined };
  return { columns, key: before.key.every((part) => taken.includes(part)) ? [...before.key] : undefined };
}
