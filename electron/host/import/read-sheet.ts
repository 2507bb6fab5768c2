import { createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CellObject, read, SSF, type WorkBook } from '@e965/xlsx';
import { AppError } from '../../../core/base/errors';
import { unpackedBytes } from './zip-size';

/** SheetJS holds a workbook in memory, so what is unpacked from it is bounded. */
const longest = 256 * 1024 * 1024;

/** @throws AppError `import-bad-xlsx`, `import-xlsx-too-large` */
export async function sheetNames(path: string): Promise<string[]> {
  return (await open(path, { bookSheets: true })).SheetNames;
}

/** Writes a sheet as CSV, every row from the sheet's first on a record of its own, line ends within values kept. @returns the sheet's name and its empty rows before the first filled one */
export async function sheetToCsv(path: string, sheet: string | undefined, to: string): Promise<{ sheet: string; blank: number }> {
  const book = await open(path, { dense: true, cellNF: true, ...(sheet === undefined ? { sheets: 0 } : { sheets: sheet }) });
  const name = sheet ?? book.SheetNames[0] ?? '';
  const cells = book.Sheets[name];
  if (cells === undefined) throw new AppError('not-found', { kind: 'sheet', name, known: book.SheetNames.join(', ') });
  const rows: (CellObject | undefined)[][] = cells['!data'] ?? [];
  const [left, right] = usedColumns(rows);
  let blank = 0;
  let begun = false;
  const epoch1904 = book.Workbook?.WBProps?.date1904 === true;
  function* lines() {
    for (const row of rows) {
      const texts = Array.from({ length: right - left + 1 }, (_, c) => cellText(row?.[left + c], epoch1904));
      const empty = texts.every((t) => t === '');
      begun ||= !empty;
      if (!begun) blank++;
      yield empty ? '\n' : `${texts.map(quoted).join(',')}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(to));
  return { sheet: name, blank };
}

/** The first and the last column with anything in it; what a sheet says of its range may begin in an empty corner. */
function usedColumns(rows: readonly (readonly (CellObject | undefined)[] | undefined)[]): [number, number] {
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const row of rows) {
    if (row === undefined) continue;
    const filled = (cell: CellObject | undefined) => cell?.v !== undefined && cell.v !== '';
    const first = row.findIndex(filled);
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(right, row.findLastIndex(filled));
  }
  return [Math.min(left, right), right];
}

async function open(path: string, options: Parameters<typeof read>[1]): Promise<WorkBook> {
  const { size } = await stat(path);
  const bytes = size > longest ? size : await unpackedBytes(path, longest);
  if (bytes > longest) throw new AppError('import-xlsx-too-large', { file: path, bytes, limit: longest });
  try {
    return read(await readFile(path), { type: 'buffer', ...options });
  } catch (error) {
    throw new AppError('import-bad-xlsx', { file: path, reason: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}

function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`;
}

/** Values as they are, not as they look; but days as ISO and numbers padded with zeros as shown, since those are names. */
function cellText(cell: CellObject | undefined, epoch1904: boolean): string {
  if (cell?.v === undefined || cell.v === null) return '';
  if (cell.t === 'e') return cell.w ?? '';
  if (cell.t !== 'n' || typeof cell.v !== 'number') return String(cell.v);
  const format = String(cell.z ?? 'General');
  if (/^0{2,}$/.test(format)) return String(cell.v).padStart(format.length, '0');
  if (!SSF.is_date(format)) return String(cell.v);
  const date = SSF.parse_date_code(cell.v, { date1904: epoch1904 });
  const two = (n: number) => String(n).padStart(2, '0');
  const time = `${two(date.H)}:${two(date.M)}:${two(Math.floor(date.S))}`;
  if (cell.v < 1) return time;
  const day = `${String(date.y).padStart(4, '0')}-${two(date.m)}-${two(date.d)}`;
  return Number.isInteger(cell.v) ? day : `${day} ${time}`;
}
