import { AppError } from '../../base/errors';
import type { ColumnMapping } from '../../model/recipe';

/** Columns that were mapped and are gone, and new ones. */
export function headerChange(all: readonly ColumnMapping[], names: readonly string[]): { missing: string; added: string } | undefined {
  const mapped = all.filter((c) => c.generated === undefined);
  const missing = mapped.filter((c) => !c.ignore && !names.includes(c.source)).map((c) => c.source);
  const added = names.filter((name) => !mapped.some((c) => c.source === name));
  return missing.length + added.length === 0 ? undefined : { missing: missing.join(', ') || '–', added: added.join(', ') || '–' };
}

/** @throws AppError `import-header-changed` */
export function requireHeader(columns: readonly ColumnMapping[], names: readonly string[]): void {
  const change = headerChange(columns, names);
  if (change) throw new AppError('import-header-changed', change);
}

/** What is mapped has to be there; what else is there does not matter. @throws AppError `import-header-changed` */
export function requireColumns(columns: readonly ColumnMapping[], names: readonly string[]): void {
  requireHeader(
    columns,
    names.filter((name) => columns.some((c) => c.source === name)),
  );
}
