import type { PersonalLabel } from '../model/entity';
import type { RowsPage } from '../model/report';

/** A page that says which of its columns hold personal data. */
export function labelled(page: RowsPage, labelOf: (column: string, index: number) => PersonalLabel | undefined): RowsPage {
  const columns = page.columns.map((c, i) => {
    const personal = labelOf(c.name, i);
    return personal === undefined ? c : { ...c, personal };
  });
  return { ...page, columns };
}
