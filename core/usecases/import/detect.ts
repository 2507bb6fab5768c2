import { type Problem, warning } from '../../base/problems';
import type { ColumnMapping } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { textLiteral } from '../../sql/quote';

/** Columns measured by one statement; more make it slow to plan. */
const atOnce = 60;

/** Numbers that are names, not amounts: nobody adds postcodes. */
const nameOfText = /(post|zip).?code|\bzip\b|postal|phone|telephone|telefono|teléfono|mobile|móvil|\bplz\b|\bfax\b|iban/i;

const amountPoint = '[€$£ ]*[+-]?(0|[1-9]\\d{0,14}|[1-9]\\d{0,2}(,\\d{3})+)?(\\.\\d+)?[€$£ ]*';
const amountComma = '[€$£ ]*[+-]?(0|[1-9]\\d{0,14}|[1-9]\\d{0,2}(\\.\\d{3})+)?(,\\d+)?[€$£ ]*';

const measures: Readonly<Record<string, (v: string) => string>> = {
  filled: (v) => `count(${v})`,
  // Some programs write 100000 as 1e+05.
  integer: (v) => matching(v, '-?(0|[1-9]\\d{0,17}|[1-9]\\d{0,2}[eE]\\+?\\d{1,2})'),
  point: (v) => matching(v, amountPoint),
  comma: (v) => matching(v, amountComma),
  pointScale: (v) => `max(length(regexp_extract(${v}, '\\.(\\d+)', 1)))`,
  commaScale: (v) => `max(length(regexp_extract(${v}, ',(\\d+)', 1)))`,
  whole: (v) => `max(length(regexp_replace(regexp_extract(${v}, '[\\d.,]+'), '[.,]\\d*$', '')))`,
  exponent: (v) => matching(v, '[+-]?(0|[1-9]\\d*)?(\\.\\d+)?([eE][+-]?\\d+)?'),
  boolean: (v) => `count_if(lower(${v}) IN ('true', 'false'))`,
  date: (v) => `${matching(v, '\\d{4}-\\d{2}-\\d{2}', `TRY_CAST(${v} AS DATE) IS NOT NULL`)}`,
  timestamp: (v) => matching(v, '\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?', `TRY_CAST(${v} AS TIMESTAMP) IS NOT NULL`),
  slashed: (v) => matching(v, '\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}( \\d{1,2}:\\d{2}(:\\d{2})?)?'),
  example: (v) => `min(${v})`,
};

function matching(v: string, pattern: string, and = 'TRUE'): string {
  return `count_if(regexp_full_match(${v}, ${textLiteral(pattern)}) AND ${and})`;
}

type Measured = Record<string, number | string | null>;

/** Types for text columns `c0…` of `table`, from all of its rows. What can be read in two ways stays text, with a problem. */
export async function detectTypes(
  connection: Connection,
  table: string,
  names: readonly string[],
): Promise<{ columns: ColumnMapping[]; problems: Problem[] }> {
  const columns: ColumnMapping[] = [];
  const problems: Problem[] = [];
  for (let start = 0; start < names.length; start += atOnce) {
    const part = names.slice(start, start + atOnce);
    const values = part.map((_, n) => `nullif(trim(c${start + n}), '') AS v${start + n}`);
    const asked = part.flatMap((_, n) => Object.values(measures).map((measure) => measure(`v${start + n}`)));
    const page = await connection.query(`SELECT ${asked.join(', ')} FROM (SELECT ${values.join(', ')} FROM ${table})`, { limit: 1 });
    const kinds = Object.keys(measures);
    for (const [n, source] of part.entries()) {
      const measured: Measured = Object.fromEntries(
        kinds.map((kind, k) => {
          const value = page.values[n * kinds.length + k]?.[0];
          return [kind, typeof value === 'number' || typeof value === 'string' ? value : null];
        }),
      );
      const found = await decide(connection, table, start + n, source, measured);
      columns.push({ source, attribute: source, ...found.mapping });
      problems.push(...found.problems);
    }
  }
  return { columns, problems };
}

type Found = { mapping: Pick<ColumnMapping, 'type' | 'scale' | 'dateFormat' | 'decimalComma'>; problems: Problem[] };

async function decide(connection: Connection, table: string, index: number, source: string, m: Measured): Promise<Found> {
  const just = (mapping: Found['mapping']): Found => ({ mapping, problems: [] });
  const all = (kind: string) => m[kind] === m.filled;
  const size = (kind: string) => Number(m[kind] ?? 0);
  if (size('filled') === 0 || nameOfText.test(source)) return just({ type: 'text' });
  if (all('integer')) return just({ type: 'integer' });
  if (all('boolean')) return just({ type: 'boolean' });
  if (all('date')) return just({ type: 'date' });
  if (all('timestamp') || Number(m.date) + Number(m.timestamp) === m.filled) return just({ type: 'timestamp' });
  if (all('slashed')) return decideDate(connection, table, index, source);
  if (all('point') && all('comma')) {
    const place = ['columns', index];
    return {
      mapping: { type: 'text' },
      problems: [warning('import-ambiguous-number', place, { column: source, example: String(m.example) })],
    };
  }
  if (all('point') && size('whole') + size('pointScale') <= 18) return just({ type: 'decimal', scale: size('pointScale') });
  if (all('comma') && size('whole') + size('commaScale') <= 18)
    return just({ type: 'decimal', scale: size('commaScale'), decimalComma: true });
  if (all('exponent')) return just({ type: 'number' });
  return just({ type: 'text' });
}

const dayFormats = ['%d/%m/%Y', '%m/%d/%Y', '%Y/%m/%d', '%d.%m.%Y', '%d-%m-%Y', '%m-%d-%Y'];
const dateFormats = dayFormats.flatMap((day) => [day, `${day} %H:%M`, `${day} %H:%M:%S`]);

async function decideDate(connection: Connection, table: string, index: number, source: string): Promise<Found> {
  const v = `nullif(trim(c${index}), '')`;
  const fits = dateFormats.map((f) => {
    const year = f.startsWith('%Y') ? '\\d{4}\\D.*' : '\\d{1,2}\\D\\d{1,2}\\D\\d{4}.*';
    return `count(${v}) = count_if(regexp_full_match(${v}, '${year}') AND try_strptime(${v}, '${f}') IS NOT NULL)`;
  });
  const page = await connection.query(`SELECT ${fits.join(', ')}, min(${v}) FROM ${table}`, { limit: 1 });
  const fitting = dateFormats.filter((_, n) => page.values[n]?.[0] === true);
  const [only, other] = fitting;
  if (only === undefined) return { mapping: { type: 'text' }, problems: [] };
  if (other === undefined) return { mapping: { type: only.includes('%H') ? 'timestamp' : 'date', dateFormat: only }, problems: [] };
  const details = { column: source, formats: fitting.join(', '), example: String(page.values[dateFormats.length]?.[0]) };
  return { mapping: { type: 'text' }, problems: [warning('import-ambiguous-date', ['columns', index], details)] };
}

/** Attributes for columns whose types the engine knows. */
export function nativeMapping(source: string, type: string): ColumnMapping {
  const base = { source, attribute: source };
  const scale = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type);
  if (scale) return Number(scale[1]) <= 18 ? { ...base, type: 'decimal', scale: Number(scale[2]) } : { ...base, type: 'text' };
  if (/^(TINYINT|SMALLINT|INTEGER|BIGINT|UTINYINT|USMALLINT|UINTEGER)$/.test(type)) return { ...base, type: 'integer' };
  if (/^(FLOAT|DOUBLE)$/.test(type)) return { ...base, type: 'number' };
  if (type === 'BOOLEAN') return { ...base, type: 'boolean' };
  if (type === 'DATE') return { ...base, type: 'date' };
  return { ...base, type: type.startsWith('TIMESTAMP') ? 'timestamp' : 'text' };
}
