import { call, type Expression, integer } from '../sql/expression';
import type { Select } from '../sql/query';

/** Percent of the rows of a query: floor(n × p / 100 + 0.5). */
export function percentOf(rows: Select, percent: number): Expression {
  const n: Select = { ...rows, columns: [{ name: 'n', is: { kind: 'aggregate', function: 'count', args: [] } }] };
  const decimal = (value: string): Expression => ({ kind: 'literal', type: 'decimal', value });
  const share: Expression = {
    kind: 'arithmetic',
    op: '/',
    left: { kind: 'arithmetic', op: '*', left: { kind: 'scalar', query: n }, right: decimal(decimalText(percent)) },
    right: integer(100),
  };
  return { kind: 'cast', inner: call('floor', { kind: 'arithmetic', op: '+', left: share, right: decimal('0.5') }), type: 'integer' };
}

function decimalText(percent: number): string {
  return percent.toFixed(6).replace(/\.?0+$/, '');
}
