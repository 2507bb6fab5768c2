import { AppError } from '../../base/errors';
import { placeInSql } from './place-in-sql';
import type { Readable } from './readable';

/**
 * Runs work on readable SQL, so that its errors tell `line` and `position`, both from 1, in what the person wrote.
 * @param above lines that stand before the SQL in what the engine is given
 */
export async function placed<T>({ sql, written, origin }: Readable, above: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // What the engine is not asked, since it may not be, is looked for.
    const isTold = typeof error.details.line === 'number';
    const { line, position, ...details } = isTold ? error.details : placeInSql(error, sql);
    if (typeof line !== 'number') throw error;
    const start = startOfLine(sql, isTold ? line - above : line);
    if (start === undefined) throw new AppError(error.code, details, { cause: error });
    const exact = typeof position === 'number';
    const before = written.slice(0, origin(start + (exact ? position - 1 : 0)));
    const place = { line: before.split('\n').length, ...(exact ? { position: before.length - before.lastIndexOf('\n') } : {}) };
    throw new AppError(error.code, { ...details, ...place }, { cause: error });
  }
}

function startOfLine(text: string, line: number): number | undefined {
  let at = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  return line < 1 ? undefined : at;
}
