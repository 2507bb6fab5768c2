import { type Problem, warning } from '../../base/problems';
import type { DataType } from '../../model/entity';
import type { ColumnMapping } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { daysAsNumbers } from './days-as-numbers';
import { detectDates, nearlyDates } from './detect-dates';
import { allKinds, type Kind, type Measured, measureColumns } from './measure-columns';
import { type Found, isMost, nearlyOf, nearlyProblem, type Proposal } from './nearly';

/** So many rows tell most columns; the rest of the table then only has to confirm. */
const first = 2000;

/** Numbers that are names, not amounts: nobody adds postcodes. */
const nameOfText = /(post|zip).?code|\bzip\b|postal|phone|telephone|telefono|teléfono|mobile|móvil|\bplz\b|\bfax\b|iban/i;

/** What must be measured to confirm a type. */
const confirming: Readonly<Record<DataType, readonly Kind[]>> = {
  text: ['filled'],
  integer: ['filled', 'integer'],
  decimal: [
    'filled',
    'point',
    'comma',
    'pointScale',
    'commaScale',
    'pointSure',
    'commaSure',
    'pointWhole',
    'commaWhole',
    'spaced',
    'plus',
    'currency',
    'otherCurrency',
    'example',
  ],
  number: allKinds,
  boolean: ['filled', 'boolean'],
  date: ['filled', 'date'],
  timestamp: ['filled', 'date', 'timestamp', 'instant'],
};

/**
 * Types for text columns `c0…` of `table`, from all of its rows. What can be read in two ways stays text, with a problem.
 * @param today `YYYY-MM-DD`
 * @param zone that of the workspace
 * @param lineOf the line on which the record with this row number begins
 */
export async function detectTypes(
  connection: Connection,
  table: string,
  names: readonly string[],
  { today, zone, lineOf }: { today: string; zone: string; lineOf: (record: number) => Promise<number> },
): Promise<{ columns: ColumnMapping[]; problems: Problem[] }> {
  const every = names.map((_, index) => ({ index, kinds: allKinds }));
  const guesses = await measureColumns(connection, `(FROM ${table} LIMIT ${first})`, every);
  const guess = (index: number) => typeOf(guesses.get(index) ?? {}, { source: names[index] ?? '', index, zone });
  const quick = names.map((_, index) => {
    const { mapping, problems, dated, nearly } = guess(index);
    const sure = Number(guesses.get(index)?.filled) > 0 && !dated && !nearly && problems.length === 0;
    return { index, kinds: sure ? confirming[mapping.type] : allKinds };
  });
  const measured = await measureColumns(connection, table, quick);
  const told = (index: number) => typeOf(measured.get(index) ?? {}, { source: names[index] ?? '', index, zone });
  const differing = quick.filter(({ index, kinds }) => kinds !== allKinds && told(index).mapping.type !== guess(index).mapping.type);
  const again = await measureColumns(
    connection,
    table,
    differing.map(({ index }) => ({ index, kinds: allKinds })),
  );
  for (const [index, figures] of again) measured.set(index, figures);
  const columns: ColumnMapping[] = [];
  const problems: Problem[] = [];
  for (const [index, source] of names.entries()) {
    const { dated, nearly: proposed } = told(index);
    const found = dated === 'all' ? await detectDates(connection, table, { index, source, today }) : told(index);
    columns.push({ source, attribute: source, ...found.mapping });
    problems.push(...found.problems);
    const open = dated && found.mapping.type === 'text' && found.problems.length === 0;
    const nearly = proposed ?? (open ? await nearlyDates(connection, table, index) : undefined);
    if (nearly) problems.push(...(await nearlyProblem(connection, table, { index, source, lineOf }, nearly)));
  }
  const whole = columns.flatMap(({ source, type }, index) => (type === 'integer' ? [{ index, source }] : []));
  return { columns, problems: [...problems, ...(await daysAsNumbers(connection, table, whole))] };
}

function typeOf(
  m: Measured,
  { source, index, zone }: { source: string; index: number; zone: string },
): Found & { dated?: 'all' | 'most'; nearly?: Proposal | undefined } {
  const just = (mapping: Found['mapping'], problem?: Problem): Found => ({ mapping, problems: problem ? [problem] : [] });
  const size = (kind: Kind) => Number(m[kind] ?? 0);
  const all = (...kinds: Kind[]) => kinds.reduce((sum, kind) => sum + size(kind), 0) === size('filled');
  const place = ['columns', index];
  const strange = { column: source, example: String(m.exponentExample ?? m.example ?? '') };
  if (size('filled') === 0 || nameOfText.test(source)) return just({ type: 'text' });
  if (all('integer')) return just({ type: 'integer' });
  if (all('integer', 'wholeExponent')) return just({ type: 'integer' }, warning('import-exponent-read', place, strange));
  if (all('boolean')) return just({ type: 'boolean' });
  if (all('date')) return just({ type: 'date' });
  if (all('date', 'timestamp')) return just({ type: 'timestamp' });
  if (all('instant')) return just({ type: 'timestamp', zone });
  if (all('dated')) return { ...just({ type: 'text' }), dated: 'all', nearly: nearlyOf(m) };
  if (all('point') || all('comma')) {
    const amount = amountOf(m, all('point'), all('comma'), strange.column, place);
    if (amount) return amount;
  }
  if (size('digits') > 0) return just({ type: 'text' });
  if (!all('exponent'))
    return { ...just({ type: 'text' }), nearly: nearlyOf(m), ...(isMost(size('dated'), size('filled')) ? { dated: 'most' } : {}) };
  const odd = size('filled') - size('point');
  // Whole numbers shortened by a spreadsheet have lost digits.
  if (odd > 0 && size('pointScale') === 0) return just({ type: 'text' }, warning('import-exponent-text', place, strange));
  // Sums of exact amounts leave dust like 4.4e-16, which must not make the whole column inexact.
  if (odd > 0 && odd <= size('filled') / 100 && size('pointWhole') + size('pointScale') <= 18)
    return just({ type: 'decimal', scale: size('pointScale') }, warning('import-exponent-refused', place, strange));
  const cut = size('significant') > digitsOfDouble;
  return just({ type: 'number' }, cut ? warning('import-digits-cut', place, { column: source, example: String(m.longest) }) : undefined);
}

/** Numbers of more digits are not told apart by the doubles that hold them. */
const digitsOfDouble = 17;

/** So many digits after a plus sign are a telephone number. */
const digitsOfPhone = 7;

/** An exact amount, or text where that would lose what the values say: which currency, which number to call, which mark is which. */
function amountOf(m: Measured, point: boolean, comma: boolean, column: string, place: (string | number)[]): Found | undefined {
  const size = (kind: Kind) => Number(m[kind] ?? 0);
  const text = (problem?: Problem): Found => ({ mapping: { type: 'text' }, problems: problem ? [problem] : [] });
  if (m.currency !== m.otherCurrency)
    return text(warning('import-several-currencies', place, { column, one: String(m.currency), other: String(m.otherCurrency) }));
  const wholes = size('pointScale') + size('commaScale') === 0;
  // Blanks between the digits of whole numbers part those of telephones and accounts.
  if (wholes && (size('spaced') > 0 || (size('plus') > 0 && size('pointWhole') >= digitsOfPhone))) return text();
  if (point && comma && !wholes) return text(warning('import-ambiguous-number', place, { column, example: String(m.example) }));
  const digits = size(point ? 'pointWhole' : 'commaWhole');
  // Zeros at the end say nothing where there is no room for them.
  const fits = [size(point ? 'pointScale' : 'commaScale'), size(point ? 'pointSure' : 'commaSure')].find((s) => digits + s <= 18);
  if (fits === undefined) return undefined;
  return { mapping: { type: 'decimal', scale: fits, ...(point ? {} : { decimalComma: true }) }, problems: [] };
}

export const instantType = 'TIMESTAMP WITH TIME ZONE';

/** Attributes for columns whose types the engine knows. @param zone that in which moments are told */
export function nativeMapping(source: string, type: string, zone?: string): ColumnMapping {
  const base = { source, attribute: source };
  const scale = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type);
  if (scale) return Number(scale[1]) <= 18 ? { ...base, type: 'decimal', scale: Number(scale[2]) } : { ...base, type: 'text' };
  if (/^(TINYINT|SMALLINT|INTEGER|BIGINT|UTINYINT|USMALLINT|UINTEGER)$/.test(type)) return { ...base, type: 'integer' };
  if (/^(FLOAT|DOUBLE)$/.test(type)) return { ...base, type: 'number' };
  if (type === 'BOOLEAN') return { ...base, type: 'boolean' };
  if (type === 'DATE') return { ...base, type: 'date' };
  if (type === instantType && zone !== undefined) return { ...base, type: 'timestamp', zone };
  return { ...base, type: type.startsWith('TIMESTAMP') ? 'timestamp' : 'text' };
}
