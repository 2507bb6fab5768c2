import type { DataType } from '../../model/entity';
import type { aggregateFunctions } from '../../model/rule';
import { findAttribute } from '../../segment/population';
import { callOf, columnOf, numberOf, type Term } from '../tree/term';
import type { Rows } from './rows';

const functions = { count: 'count', 'count-distinct': 'count', sum: 'sum', average: 'avg', min: 'min', max: 'max' } as const;

/** An aggregate over rows, and what it gives. A sum over nothing is 0; a count is so by itself. */
export function aggregateOf(
  rows: Rows,
  name: (typeof aggregateFunctions)[number],
  attribute: string | undefined,
): { is: Term; type: DataType } {
  if (attribute === undefined) return { is: callOf('count'), type: 'integer' };
  const args = [columnOf(rows.alias, attribute)];
  const call: Term = { kind: 'call', name: functions[name], args, ...(name === 'count-distinct' ? { distinct: true } : {}) };
  if (name === 'count' || name === 'count-distinct') return { is: call, type: 'integer' };
  if (name === 'average') return { is: call, type: 'number' };
  const type = findAttribute(rows.entity, attribute)?.type ?? 'text';
  return { is: name === 'sum' ? callOf('coalesce', call, numberOf(0)) : call, type };
}
