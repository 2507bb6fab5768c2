import { warning } from '../../base/problems';
import type { Connection } from '../../ports/engine';
import type { Found } from './detect';

const dayFormats = ['%d/%m/%Y', '%m/%d/%Y', '%Y/%m/%d', '%d.%m.%Y', '%d-%m-%Y', '%m-%d-%Y'];
const dateFormats = dayFormats.flatMap((day) => [day, `${day} %H:%M`, `${day} %H:%M:%S`]);
/** So many rows rule out most formats. */
const first = 1000;

/** The one format all dates of column `c<index>` have; text, with a problem, where several fit. */
export async function detectDates(connection: Connection, table: string, index: number, source: string): Promise<Found> {
  const likely = await fitting(connection, `(FROM ${table} LIMIT ${first})`, index, dateFormats);
  const found = likely.length === 0 ? [] : await fitting(connection, table, index, likely);
  const [only, other] = found;
  if (only === undefined) return { mapping: { type: 'text' }, problems: [] };
  if (other === undefined) return { mapping: { type: only.includes('%H') ? 'timestamp' : 'date', dateFormat: only }, problems: [] };
  const page = await connection.query(`SELECT min(nullif(trim(c${index}), '')) FROM ${table}`, { limit: 1 });
  const details = { column: source, formats: found.join(', '), example: String(page.values[0]?.[0]) };
  return { mapping: { type: 'text' }, problems: [warning('import-ambiguous-date', ['columns', index], details)] };
}

async function fitting(connection: Connection, from: string, index: number, formats: readonly string[]): Promise<string[]> {
  const v = `nullif(trim(c${index}), '')`;
  const fits = formats.map((f) => {
    const year = f.startsWith('%Y') ? '\\d{4}\\D.*' : '\\d{1,2}\\D\\d{1,2}\\D\\d{4}.*';
    return `count(${v}) = count_if(regexp_full_match(${v}, '${year}') AND try_strptime(${v}, '${f}') IS NOT NULL)`;
  });
  const page = await connection.query(`SELECT ${fits.join(', ')} FROM ${from}`, { limit: 1 });
  return formats.filter((_, n) => page.values[n]?.[0] === true);
}
