import type { FileColumn } from '../../model/recipe';
import { literalText, textLiteral } from '../../sql/quote';
import { castReason, sqlType } from './cast';

/** One way a value is refused: SQL over its text in the file, that text as it is read, and `a`, what became of it. */
export interface Fault {
  reason: string;
  when(raw: string, read: string, a: string): string;
}

const filled = (text: string) => `coalesce(trim(${text}) <> '', FALSE)`;

/** Whether the text in the file is not what is read. */
export function changesText({ trim, case: letters, remap, onlyRemapped }: FileColumn): boolean {
  return (trim ?? false) || letters !== undefined || (remap ?? []).length > 0 || (onlyRemapped ?? false);
}

/** SQL for the text that is read as the column's type, out of that in the file. */
export function readText(column: FileColumn, raw: string): string {
  const tidy = tidied(column, raw);
  if (!column.remap?.length) return column.onlyRemapped ? `CASE WHEN NOT ${filled(raw)} THEN ${tidy} END` : tidy;
  const known = column.remap.map(({ from, to }) => `WHEN ${tidy} = ${textLiteral(from)} THEN ${textLiteral(to)}`);
  const rest = column.onlyRemapped ? `WHEN NOT ${filled(raw)} THEN ${tidy}` : `ELSE ${tidy}`;
  return `CASE ${known.join(' ')} ${rest} END`;
}

function tidied({ trim, case: letters }: FileColumn, raw: string): string {
  const text = trim ? `trim(${raw})` : raw;
  return letters === undefined ? text : `${letters}(${text})`;
}

/** Whether there is something that `remap` does not name and should. */
function unknown(column: FileColumn, raw: string): string {
  if (!column.onlyRemapped) return 'FALSE';
  const names = (column.remap ?? []).map((r) => textLiteral(r.from));
  const named = names.length === 0 ? 'FALSE' : `${tidied(column, raw)} IN (${names.join(', ')})`;
  return `(${filled(raw)} AND NOT ${named})`;
}

/** SQL for what becomes of a value: `cast`, or the default where that is asked for. */
export function withDefault(column: FileColumn, raw: string, read: string, cast: string): string {
  const { whenEmpty, whenRefused } = column;
  if (whenEmpty !== 'default' && whenRefused !== 'default') return cast;
  const value = column.default === undefined ? undefined : literalText(column.type, column.default);
  if (value === undefined) throw new Error(`${column.attribute} has no ${column.type} as its default`);
  const instead = `CAST(${value} AS ${sqlType(column)})`;
  if (whenEmpty === whenRefused) return `coalesce(${cast}, ${instead})`;
  const refused = `(${filled(read)} OR ${unknown(column, raw)})`;
  return `CASE WHEN ${cast} IS NULL AND ${whenEmpty === 'default' ? `NOT ${refused}` : refused} THEN ${instead} ELSE ${cast} END`;
}

/** What refuses the line, in the order it is told. */
export function faultsOf(column: FileColumn): Fault[] {
  const faults: Fault[] = [];
  if ((column.whenRefused ?? 'reject') === 'reject') {
    if (column.onlyRemapped) faults.push({ reason: 'not-remapped', when: (raw) => unknown(column, raw) });
    if (column.type !== 'text') faults.push({ reason: castReason(column), when: (_, read, a) => `(${a} IS NULL AND trim(${read}) <> '')` });
  }
  if (column.whenEmpty === 'reject') {
    const nothing = (raw: string, read: string, a: string) => `(${a} IS NULL AND NOT ${filled(read)} AND NOT ${unknown(column, raw)})`;
    faults.push({ reason: 'empty-value', when: nothing });
  }
  return faults;
}
