import type { TableDone } from './load-table';

/** What a list of such tables is one of: files where each is all of its file, sheets where all are of one workbook. */
export function listedAs(done: readonly TableDone[], ofSeveral: boolean): 'file' | 'sheet' | 'table' {
  if (done.every(({ table }) => table.part.sheet === undefined)) return 'file';
  const inArchive = done.some(({ table }) => table.part.member !== undefined);
  const isWorkbook = done.every((one) => one.table.part.sheet !== undefined && (one.outcome === 'failed' || one.preview.format === 'xlsx'));
  return isWorkbook && !inArchive && !ofSeveral ? 'sheet' : 'table';
}
