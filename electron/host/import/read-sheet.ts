import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { type CancelSignal, throwIfCancelled } from '../../../core/base/cancellation';
import { AppError, isAppError } from '../../../core/base/errors';
import type { Making, Sheet } from '../../../core/ports/sources';
import { isSystemError } from '../files/errors';
import { keyOf } from './kept-files';
import { withZip, type Zip } from './open-zip';
import { readFormats } from './xlsx/formats';
import { mostText, readRows, readStrings, type Telling, TooMuchText } from './xlsx/sheet-rows';
import { readWorkbook } from './xlsx/workbook';

/** Values of a sheet that is wider than full. */
const mostValues = 500_000_000;

/** So many rows tell between which columns a sheet stands; what later rows have beside them is too much. */
const rowsTelling = 50_000;

/** @throws AppError `import-bad-xlsx` */
export async function sheetsOf(path: string): Promise<Sheet[]> {
  return workbook(path, async (zip) => (await readWorkbook(zip)).sheets.map(({ name, hidden }) => ({ name, hidden })));
}

/** Between which columns a sheet stands. */
interface Bounds {
  left: number;
  width: number;
}

/** Bounds of sheets by the file as it is and what is in it: a look finds them for the load. */
export type KnownBounds = Map<string, Bounds>;

/**
 * Writes a sheet as CSV, row by row, every row from the sheet's first on a record of its own, line ends within values kept; or only
 * its first rows. @returns the sheet's name, and whether it has more rows
 */
export async function sheetToCsv(
  path: string,
  sheet: string | undefined,
  to: string,
  { signal, rows = Number.POSITIVE_INFINITY }: Pick<Making, 'signal' | 'rows'>,
  known: KnownBounds,
): Promise<{ sheet: string; cut: boolean }> {
  return workbook(path, async (zip) => {
    const book = await readWorkbook(zip);
    const found = sheet === undefined ? book.sheets[0] : book.sheets.find((s) => s.name === sheet);
    if (!found) throw new AppError('not-found', { kind: 'sheet', name: sheet ?? '–', known: book.sheets.map((s) => s.name).join(', ') });
    const telling = {
      formats: await readFormats(zip, book.styles),
      strings: await readStrings(zip, book.strings),
      from1904: book.from1904,
    };
    const key = await keyOf(path, found.file);
    const bounds = known.get(key) ?? (await boundsOf(zip, found.file, telling, signal));
    known.set(key, bounds);
    const { left, width } = bounds;
    let cut = false;
    await write(to, (line, drained) => {
      let next = 1;
      let values = 0;
      return readRows(
        zip,
        found.file,
        telling,
        (row, cells) => {
          if (cells.size === 0 || cut) return;
          if (row < next) throw new Error(`row ${row} comes after row ${next - 1}`);
          cut = row > rows;
          if (cut) return;
          for (; next < row; next++) line('\n');
          next = row + 1;
          values += width;
          if (values > mostValues) throw new AppError('import-xlsx-too-large', { file: path, bytes: values, limit: mostValues });
          line(recordOf(cells, left, width));
        },
        async () => {
          await drained();
          throwIfCancelled(signal);
          return cut;
        },
      );
    });
    return { sheet: found.name, cut };
  });
}

/** What a sheet says of its range may begin in an empty corner, so its cells are looked through. */
async function boundsOf(zip: Zip, file: string, telling: Telling, signal: CancelSignal | undefined): Promise<Bounds> {
  let left = Number.POSITIVE_INFINITY;
  let right = -1;
  let enough = false;
  await readRows(
    zip,
    file,
    telling,
    (row, cells) => {
      enough = row > rowsTelling && right >= 0;
      if (enough) return;
      for (const column of cells.keys()) {
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
    },
    async () => {
      throwIfCancelled(signal);
      return enough;
    },
  );
  return { left, width: Math.max(0, right - left + 1) };
}

/** A row as CSV in the columns of the sheet; any values beside them come last, where they are too many. */
function recordOf(cells: ReadonlyMap<number, string>, left: number, width: number): string {
  const end = left + width;
  let record = '';
  let within = 0;
  for (let column = left; column < end; column++) {
    const text = cells.get(column);
    if (column > left) record += ',';
    if (text === undefined) continue;
    record += quoted(text);
    within++;
  }
  if (within < cells.size) for (const [column, text] of cells) if (column < left || column >= end) record += `,${quoted(text)}`;
  return `${record}\n`;
}

async function workbook<T>(path: string, use: (zip: Zip) => Promise<T>): Promise<T> {
  try {
    return await withZip(path, use);
  } catch (error) {
    if (isAppError(error) || isSystemError(error)) throw error;
    if (error instanceof TooMuchText)
      throw new AppError('import-xlsx-too-large', { file: path, bytes: error.bytes, limit: mostText }, { cause: error });
    throw new AppError('import-bad-xlsx', { file: path, reason: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}

/** Writes lines as fast as the disk takes them. */
async function write(to: string, work: (line: (text: string) => void, drained: () => Promise<void>) => Promise<void>): Promise<void> {
  const out = createWriteStream(to);
  let failed: Error | undefined;
  out.on('error', (error) => {
    failed = error;
  });
  let parts: string[] = [];
  const drained = async () => {
    if (failed) throw failed;
    const text = parts.join('');
    parts = [];
    if (text !== '' && !out.write(text)) await drainedOrClosed(out);
  };
  try {
    await work((text) => parts.push(text), drained);
    await drained();
    out.end();
    await once(out, 'close');
    if (failed) throw failed;
  } finally {
    out.destroy();
  }
}

async function drainedOrClosed(out: Writable): Promise<void> {
  const heard = new AbortController();
  try {
    await Promise.race(['drain', 'close'].map((event) => once(out, event, { signal: heard.signal })));
  } finally {
    heard.abort();
  }
}

function quoted(text: string): string {
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}
