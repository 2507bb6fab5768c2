import { oneOrMany } from '../../core/base/plural';
import type { RowsPage } from '../../core/model/report';
import { cellText, count, countOf, plain, table } from './output';

const numeric = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL.*|DOUBLE|FLOAT|integer|decimal|number)$/;

/** Rows one after the other, as JSON carries them; `total` is exact. */
export function rowsDocument({ columns, values, rows, offset, total }: RowsPage) {
  return { columns, rows: Array.from({ length: rows }, (_, r) => values.map((column) => column[r] ?? null)), offset, total };
}

/** A table, and how many rows it does not show. */
export function rowsText(page: RowsPage): string {
  const columns = page.columns.map((c) => ({ title: plain(c.name), right: numeric.test(c.type) }));
  const rows = Array.from({ length: page.rows }, (_, r) => page.values.map((column) => cellText(column[r] ?? null)));
  const total = page.total ?? page.rows;
  const shown =
    page.rows === total ? countOf(total, 'row') : `Rows ${count(page.offset + 1)} to ${count(page.offset + page.rows)} of ${count(total)}`;
  return `${table(columns, rows)}\n\n${page.rows === 0 && total > 0 ? `No rows from ${count(page.offset + 1)} on; there ${oneOrMany(total, 'is', 'are')} ${count(total)}` : shown}`;
}
