import type { RowsPage } from '../../../../core/model/report';
import type { Text } from '../../../text/use-text';

/** Rejected rows with their heads and reasons in words; what has none stays as it is. */
export function saidRejects(page: RowsPage, { rejectHeads, rejectReasons }: Text['import']): RowsPage {
  const values = page.columns.map(({ name }, c) => {
    const cells = page.values[c] ?? [];
    return name === 'reason' ? cells.map((cell) => rejectReasons[String(cell)] ?? cell) : cells;
  });
  return { ...page, columns: page.columns.map((c) => ({ ...c, name: rejectHeads[c.name] ?? c.name })), values };
}
