/** A rectangle of cells: where it began, and the cell that moves. Rows and columns count from 0. */
export interface CellRange {
  from: { row: number; column: number };
  to: { row: number; column: number };
}

export function rangeHas({ from, to }: CellRange, row: number, column: number): boolean {
  return between(row, from.row, to.row) && between(column, from.column, to.column);
}

export function rowsOf({ from, to }: CellRange): [first: number, last: number] {
  return [Math.min(from.row, to.row), Math.max(from.row, to.row)];
}

export function columnsOf({ from, to }: CellRange): [first: number, last: number] {
  return [Math.min(from.column, to.column), Math.max(from.column, to.column)];
}

export function cellsIn(range: CellRange): number {
  const [[top, bottom], [left, right]] = [rowsOf(range), columnsOf(range)];
  return (bottom - top + 1) * (right - left + 1);
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-20, 0],
  PageDown: [20, 0],
};

/** The range after an arrow key; with Shift it grows. Nothing for other keys. */
export function movedBy(range: CellRange, key: string, grow: boolean, size: { rows: number; columns: number }): CellRange | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const to = {
    row: Math.min(size.rows - 1, Math.max(0, range.to.row + step[0])),
    column: Math.min(size.columns - 1, Math.max(0, range.to.column + step[1])),
  };
  return { from: grow ? range.from : to, to };
}

/** Cells as spreadsheets paste them: tabs between columns, a line a row, quotes only where a value needs them. */
export function asTable(range: CellRange, cell: (row: number, column: number) => string): string {
  const [[top, bottom], [left, right]] = [rowsOf(range), columnsOf(range)];
  const lines = Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (_, c) => quoted(cell(top + r, left + c))).join('\t'),
  );
  return lines.join('\n');
}

function quoted(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function between(value: number, a: number, b: number): boolean {
  return value >= Math.min(a, b) && value <= Math.max(a, b);
}
