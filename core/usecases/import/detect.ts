import { type Problem, warning } from '../../base/problems';
import type { DataType } from '../../model/entity';
import type { ColumnMapping } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { detectDates } from './detect-dates';
import { allKinds, type Kind, type Measured, measureColumns } from './measure-columns';
import { nearlyOf, nearlyProblem, type Proposal } from './nearly';

/** So many rows tell most columns; the rest of the table then only has to confirm. */
const first = 2000;

/** Numbers that are names, not amounts: nobody adds postcodes. */
const nameOfText = /(post|zip).?code|\bzip\b|postal|phone|telephone|telefono|teléfono|mobile|móvil|\bplz\b|\bfax\b|iban/i;

/** What must be measured to confirm a type. */
const confirming: Readonly<Record<DataType, readonly Kind[]>> = {
  text: ['filled'],
  integer: ['filled', 'integer'],
  decimal: ['filled', 'point', 'comma', 'pointScale', 'commaScale', 'whole', 'example'],
  number: allKinds,
  boolean: ['filled', 'boolean'],
  date: ['filled', 'date'],
  timestamp: ['filled', 'date', 'timestamp'],
};

export type Found = { mapping: Proposal; problems: Problem[] };

/**
 * Types for text columns `c0…` of `table`, from all of its rows. What can be read in two ways stays text, with a problem.
 * @param lineOf the line on which the record with this row number begins
 */
export async function detectTypes(
  connection: Connection,
  table: string,
  names: readonly string[],
  lineOf: (record: number) => Promise<number>,
): Promise<{ columns: ColumnMapping[]; problems: Problem[] }> {
  const every = names.map((_, index) => ({ index, kinds: allKinds }));
  const guesses = await measureColumns(connection, `(FROM ${table} LIMIT ${first})`, every);
  const guess = (index: number) => typeOf(guesses.get(index) ?? {}, names[index] ?? '', index);
  const quick = names.map((_, index) => {
    const { mapping, problems, slashed, nearly } = guess(index);
    const sure = Number(guesses.get(index)?.filled) > 0 && !slashed && !nearly && problems.length === 0;
    return { index, kinds: sure ? confirming[mapping.type] : allKinds };
  });
  const measured = await measureColumns(connection, table, quick);
  const told = (index: number) => typeOf(measured.get(index) ?? {}, names[index] ?? '', index);
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
    const found = told(index).slashed ? await detectDates(connection, table, index, source) : told(index);
    columns.push({ source, attribute: source, ...found.mapping });
    problems.push(...found.problems);
    const { nearly } = told(index);
    if (nearly) problems.push(...(await nearlyProblem(connection, table, { index, source, lineOf }, nearly)));
  }
  return { columns, problems };
}

function typeOf(m: Measured, source: string, index: number): Found & { slashed?: true; nearly?: Proposal | undefined } {
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
  if (all('slashed')) return { ...just({ type: 'text' }), slashed: true };
  if (all('point') && all('comma')) {
    if (size('pointScale') + size('commaScale') === 0) return just({ type: 'decimal', scale: 0 });
    return just({ type: 'text' }, warning('import-ambiguous-number', place, { column: source, example: String(m.example) }));
  }
  if (all('point') && size('whole') + size('pointScale') <= 18) return just({ type: 'decimal', scale: size('pointScale') });
  if (all('comma') && size('whole') + size('commaScale') <= 18)
    return just({ type: 'decimal', scale: size('commaScale'), decimalComma: true });
  if (size('digits') > 0) return just({ type: 'text' });
  if (!all('exponent')) return { ...just({ type: 'text' }), nearly: nearlyOf(m) };
  const odd = size('filled') - size('point');
  // Whole numbers shortened by a spreadsheet have lost digits.
  if (odd > 0 && size('pointScale') === 0) return just({ type: 'text' }, warning('import-exponent-text', place, strange));
  // Sums of exact amounts leave dust like 4.4e-16, which must not make the whole column inexact.
  if (odd > 0 && odd <= size('filled') / 100 && size('whole') + size('pointScale') <= 18)
    return just({ type: 'decimal', scale: size('pointScale') }, warning('import-exponent-refused', place, strange));
  return just({ type: 'number' });
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
