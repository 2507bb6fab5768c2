import { type Problem, warning } from '../../base/problems';
import type { Connection } from '../../ports/engine';
import { textLiteral } from '../../sql/quote';
import { dateFormats, formatPattern } from './date-formats';
import { type Found, isMost, type Proposal } from './nearly';

/** So many rows rule out most formats. */
const first = 1000;

/**
 * The one format all dates of column `c<index>` have; text, with a problem, where several fit, or where years of two digits may
 * be of either century. @param today `YYYY-MM-DD`
 */
export async function detectDates(
  connection: Connection,
  table: string,
  column: { index: number; source: string; today: string },
): Promise<Found> {
  const { index, source, today } = column;
  const v = `nullif(trim(c${index}), '')`;
  const page = await connection.query(`SELECT min(${v}), max(length(${v})) FROM ${table}`, { limit: 1 });
  const example = String(page.values[0]?.[0]);
  const shaped = dateFormats.filter((f) => new RegExp(`^${formatPattern(f)}$`).test(example));
  const likely = await fitting(connection, `(FROM ${table} LIMIT ${first})`, v, shaped);
  const found = likely.length === 0 ? [] : await fitting(connection, table, v, likely);
  // A short name of a month is also read as one in full.
  const [only, other] = found.filter((f) => !found.includes(f.replace('%B', '%b')) || !f.includes('%B'));
  const place = ['columns', index];
  const text = (problems: Problem[]): Found => ({ mapping: { type: 'text' }, problems });
  if (only === undefined) return text([]);
  if (other !== undefined) return text([warning('import-ambiguous-date', place, { column: source, formats: found.join(', '), example })]);
  const mapping = mappingOf(only);
  if (!only.includes('%y')) return { mapping, problems: [] };
  const short = await shortYears(connection, table, v, only, today);
  if (short.ahead) return text([warning('import-short-years-text', place, { column: source, example: short.example, read: short.read })]);
  return { mapping, problems: [warning('import-short-years', place, { column: source, example: short.example, read: short.read })] };
}

/** Two digits of a year from 69 on are read as of the last century; days of this one that have not come may be a hundred years ago. */
async function shortYears(connection: Connection, table: string, v: string, format: string, today: string) {
  const read = `CAST(try_strptime(${v}, ${textLiteral(format)}) AS DATE)`;
  const page = await connection.query(
    `SELECT arg_max(v, d), CAST(max(d) AS VARCHAR), max(d) > DATE ${textLiteral(today)} FROM (SELECT ${v} AS v, ${read} AS d FROM ${table})`,
    { limit: 1 },
  );
  const [example, latest, ahead] = page.values.map((column) => column[0]);
  return { example: String(example), read: String(latest), ahead: ahead === true };
}

const mappingOf = (dateFormat: string) => ({ type: dateFormat.includes(':') ? ('timestamp' as const) : ('date' as const), dateFormat });

/** The format that all but very few dates of column `c<index>` have; of several that most have, the first. */
export async function nearlyDates(connection: Connection, table: string, index: number): Promise<Proposal | undefined> {
  const v = `nullif(trim(c${index}), '')`;
  const shape = `regexp_replace(regexp_replace(${v}, '\\d+', '9', 'g'), '\\p{L}+', 'a', 'g')`;
  const usual = await connection.query(
    `SELECT min(${v}) FROM ${table} WHERE ${v} IS NOT NULL GROUP BY ${shape} ORDER BY count(*) DESC, min(${v})`,
    { limit: 1 },
  );
  const example = String(usual.values[0]?.[0] ?? '');
  const shaped = dateFormats.filter((f) => new RegExp(`^${formatPattern(f)}$`).test(example));
  if (shaped.length === 0) return undefined;
  const page = await connection.query(`SELECT count(${v}), ${shaped.map((f) => count(v, f)).join(', ')} FROM ${table}`, { limit: 1 });
  const [filled = 0, ...fits] = page.values.map((column) => Number(column[0]));
  const most = Math.max(...fits);
  const best = shaped[fits.indexOf(most)];
  return best !== undefined && isMost(most, filled) ? mappingOf(best) : undefined;
}

function count(v: string, format: string): string {
  const parses = `try_strptime(${v}, ${textLiteral(format)}) IS NOT NULL`;
  return `count_if(CASE WHEN regexp_full_match(${v}, ${textLiteral(formatPattern(format))}) THEN ${parses} ELSE FALSE END)`;
}

async function fitting(connection: Connection, from: string, v: string, formats: readonly string[]): Promise<string[]> {
  if (formats.length === 0) return [];
  const page = await connection.query(`SELECT ${formats.map((f) => `count(${v}) = ${count(v, f)}`).join(', ')} FROM ${from}`, { limit: 1 });
  return formats.filter((_, n) => page.values[n]?.[0] === true);
}
