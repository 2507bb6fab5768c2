import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type CancelSignal, throwIfCancelled } from '../../../core/base/cancellation';
import { AppError, isAppError } from '../../../core/base/errors';
import { isSystemError } from '../files/errors';
import { withZip, type Zip } from './open-zip';
import { readFormats } from './xlsx/formats';
import { mostText, readRows, readStrings, TooMuchText } from './xlsx/sheet-rows';
import { readWorkbook } from './xlsx/workbook';

/** Values of a sheet that is wider than full. */
const mostValues = 500_000_000;

/** @throws AppError `import-bad-xlsx` */
export async function sheetNames(path: string): Promise<string[]> {
  return workbook(path, async (zip) => (await readWorkbook(zip)).sheets.map((s) => s.name));
}

/**
 * Writes a sheet as CSV, row by row, every row from the sheet's first on a record of its own, line ends within values kept.
 * @returns the sheet's name
 */
export async function sheetToCsv(path: string, sheet: string | undefined, to: string, signal?: CancelSignal): Promise<string> {
  return workbook(path, async (zip) => {
    const book = await readWorkbook(zip);
    const found = sheet === undefined ? book.sheets[0] : book.sheets.find((s) => s.name === sheet);
    if (!found) throw new AppError('not-found', { kind: 'sheet', name: sheet ?? '–', known: book.sheets.map((s) => s.name).join(', ') });
    const telling = {
      formats: await readFormats(zip, book.styles),
      strings: await readStrings(zip, book.strings),
      from1904: book.from1904,
    };
    const bounds = { left: Number.POSITIVE_INFINITY, right: -1, rows: 0 };
    const cancelled = async () => {
      throwIfCancelled(signal);
      return false;
    };
    // What a sheet says of its range may begin in an empty corner, so its cells are looked through first.
    await readRows(
      zip,
      found.file,
      telling,
      (row, cells) => {
        for (const column of cells.keys()) {
          bounds.left = Math.min(bounds.left, column);
          bounds.right = Math.max(bounds.right, column);
        }
        if (cells.size > 0) bounds.rows = row;
      },
      cancelled,
    );
    const width = Math.max(0, bounds.right - bounds.left + 1);
    if (width * bounds.rows > mostValues)
      throw new AppError('import-xlsx-too-large', { file: path, bytes: width * bounds.rows, limit: mostValues });
    await write(to, (line, drained) => {
      let next = 1;
      return readRows(
        zip,
        found.file,
        telling,
        (row, cells) => {
          if (cells.size === 0) return;
          if (row < next) throw new Error(`row ${row} comes after row ${next - 1}`);
          for (; next < row; next++) line('\n');
          next = row + 1;
          line(`${Array.from({ length: width }, (_, c) => quoted(cells.get(bounds.left + c) ?? '')).join(',')}\n`);
        },
        async () => {
          await drained();
          return cancelled();
        },
      );
    });
    return found.name;
  });
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
    if (text !== '' && !out.write(text)) await Promise.race([once(out, 'drain'), once(out, 'close')]);
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

function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`;
}
