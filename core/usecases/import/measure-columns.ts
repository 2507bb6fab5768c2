import type { Connection } from '../../ports/engine';
import { textLiteral } from '../../sql/quote';
import { currencyOf, isSpaced, proposedAmount } from './amounts';
import { wholeExponent } from './cast';
import { looksDated } from './date-formats';
import { instantInUtc, instantPattern } from './instants';

const ofTypes = {
  filled: (v: string) => `count(${v})`,
  integer: (v: string) => matching(v, '-?(0|[1-9]\\d{0,17})'),
  wholeExponent: (v: string) => `count_if(${wholeExponent(v)})`,
  point: (v: string) => matching(v, proposedAmount(false)),
  comma: (v: string) => matching(v, proposedAmount(true)),
  pointScale: (v: string) => `max(length(regexp_extract(${v}, '\\.(\\d+)[^\\d.]*$', 1)))`,
  commaScale: (v: string) => `max(length(regexp_extract(${v}, ',(\\d+)[^\\d,]*$', 1)))`,
  pointSure: (v: string) => `max(length(regexp_extract(${v}, '\\.(\\d*[1-9])0*[^\\d.]*$', 1)))`,
  commaSure: (v: string) => `max(length(regexp_extract(${v}, ',(\\d*[1-9])0*[^\\d,]*$', 1)))`,
  pointWhole: (v: string) => digitsBefore(v, '.'),
  commaWhole: (v: string) => digitsBefore(v, ','),
  spaced: (v: string) => `count_if(${isSpaced(v)})`,
  plus: (v: string) => `count_if(${v} LIKE '+%')`,
  currency: (v: string) => `min(${currencyOf(v)})`,
  otherCurrency: (v: string) => `max(${currencyOf(v)})`,
  digits: (v: string) => matching(v, '[+-]?\\d{19,}'),
  exponent: (v: string) => matching(v, '[+-]?((0|[1-9]\\d*)(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d{1,3})?'),
  boolean: (v: string) => `count_if(lower(${v}) IN ('true', 'false'))`,
  date: (v: string) => matching(v, '\\d{4}-\\d{2}-\\d{2}', `TRY_CAST(${v} AS DATE) IS NOT NULL`),
  timestamp: (v: string) =>
    matching(v, '\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?', `TRY_CAST(${v} AS TIMESTAMP) IS NOT NULL`),
  instant: (v: string) => matching(v, instantPattern, `${instantInUtc(v)} IS NOT NULL`),
  dated: (v: string) => matching(v, looksDated),
  example: (v: string) => `min(${v})`,
  significant: (v: string) => `max(${significantDigits(v)})`,
  longest: (v: string) => `arg_max(${v}, ${significantDigits(v)})`,
  exponentExample: (v: string) => `min(${v}) FILTER (regexp_matches(${v}, '\\d[eE]'))`,
};

const ofPeople = {
  email: (v: string) => matching(v, '[^@\\s]+@[^@\\s]+\\.[^@\\s]+'),
  phone: (v: string) => matching(v, '[+(]?\\d[-+()./\\s\\d]*', `length(regexp_replace(${v}, '\\D', '', 'g')) BETWEEN 6 AND 15`),
};

const measures = { ...ofTypes, ...ofPeople };

export type Kind = keyof typeof measures;
export type Measured = Partial<Record<Kind, number | string>>;
/** All that tell a type. */
export const allKinds: readonly Kind[] = Object.keys(ofTypes) as (keyof typeof ofTypes)[];

function matching(v: string, pattern: string, and = 'TRUE'): string {
  return `count_if(CASE WHEN regexp_full_match(${v}, ${textLiteral(pattern)}) THEN ${and} ELSE FALSE END)`;
}

function significantDigits(v: string): string {
  return `length(trim(regexp_replace(${v}, '[eE].*$|[^0-9]', '', 'g'), '0'))`;
}

function digitsBefore(v: string, mark: string): string {
  return `max(length(regexp_replace(regexp_replace(${v}, '[${mark}].*$', ''), '[^0-9]', '', 'g')))`;
}

/**
 * Figures of the text columns `c<index>` of `from`, blanks around values left out. All columns pass through the same expressions,
 * since a thousand columns with expressions of their own would take longer to plan than to read.
 */
export async function measureColumns(
  connection: Connection,
  from: string,
  asked: readonly { index: number; kinds: readonly Kind[] }[],
): Promise<Map<number, Measured>> {
  const found = new Map<number, Measured>();
  for (const kinds of new Set(asked.map((a) => a.kinds))) {
    const columns = asked.filter((a) => a.kinds === kinds).map((a) => a.index);
    const pairs = `unnest([${columns.join(', ')}]) AS c, unnest([${columns.map((c) => `c${c}`).join(', ')}]) AS t`;
    const page = await connection.query(
      `SELECT c, ${kinds.map((kind) => measures[kind]('v')).join(', ')}
       FROM (SELECT c, nullif(trim(t), '') AS v FROM (SELECT ${pairs} FROM ${from})) GROUP BY c`,
      { limit: columns.length },
    );
    for (const [r, index] of (page.values[0] ?? []).entries()) {
      const measured: Measured = {};
      for (const [k, kind] of kinds.entries()) {
        const value = page.values[k + 1]?.[r];
        if (typeof value === 'number' || typeof value === 'string') measured[kind] = value;
      }
      found.set(Number(index), measured);
    }
  }
  return found;
}
