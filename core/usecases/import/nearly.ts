import { type Problem, warning } from '../../base/problems';
import type { ColumnMapping } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { castText } from './cast';
import type { Measured } from './measure-columns';

export type Proposal = Pick<ColumnMapping, 'type' | 'scale' | 'dateFormat' | 'zone' | 'decimalComma'>;
export type Found = { mapping: Proposal; problems: Problem[] };

/** Fewer values, or a smaller share of them, say nothing about the others. */
const leastValues = 20;
const leastShare = 0.95;

export const isMost = (values: number, filled: number) => values >= leastValues && values >= leastShare * filled;

/** The type that all but very few values of a text column have. */
export function nearlyOf(measured: Measured): Proposal | undefined {
  const size = (kind: keyof Measured) => Number(measured[kind] ?? 0);
  const most = (values: number) => isMost(values, size('filled'));
  const exact = (whole: number, scale: number) => scale > 0 && whole + scale <= 18;
  if (most(size('date'))) return { type: 'date' };
  if (most(size('date') + size('timestamp'))) return { type: 'timestamp' };
  if (most(size('integer'))) return { type: 'integer' };
  if (most(size('point')) && size('point') > size('comma') && exact(size('pointWhole'), size('pointScale')))
    return { type: 'decimal', scale: size('pointScale') };
  if (most(size('comma')) && size('comma') > size('point') && exact(size('commaWhole'), size('commaScale')))
    return { type: 'decimal', scale: size('commaScale'), decimalComma: true };
  return undefined;
}

/** Says how many values of column `c<index>` would be refused, were it of the type that nearly all have, and where; none where none would. */
export async function nearlyProblem(
  connection: Connection,
  table: string,
  { index, source, lineOf }: { index: number; source: string; lineOf: (record: number) => Promise<number> },
  proposal: Proposal,
): Promise<Problem[]> {
  const dated = proposal.type === 'date' || proposal.type === 'timestamp';
  // Zeros in front, which numbers have not, make names of digits.
  const named = dated ? 'FALSE' : `regexp_matches(trim(c${index}), '^[+-]?0\\d')`;
  const bad = `nullif(trim(c${index}), '') IS NOT NULL AND ${castText({ source, attribute: source, ...proposal }, `c${index}`)} IS NULL`;
  const page = await connection.query(
    `SELECT count(nullif(trim(c${index}), '')), count_if(${bad}), arg_min(c${index}, rowid) FILTER (${bad}), count_if(${named}), min(rowid) FILTER (${bad}) FROM ${table}`,
    { limit: 1 },
  );
  const [total = 0, refused = 0, example = '', zeros = 0, record = 0] = page.values.map((v) => v[0]);
  if (Number(refused) === 0 || Number(zeros) > 0) return [];
  const code = dated ? 'import-nearly-date' : 'import-nearly-number';
  const details = { column: source, refused: Number(refused), total: Number(total), example: String(example) };
  return [warning(code, ['columns', index], { ...details, line: await lineOf(Number(record)) })];
}
