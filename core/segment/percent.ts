import { call, integer } from '../sql/expression';
import type { Expression } from '../sql/query';

const times = (left: Expression, right: Expression): Expression => ({ kind: 'arithmetic', op: '*', left, right });

/** floor(n × percent / 100 + 0.5) in whole numbers alone; of the percent, six digits after the point count. */
export function percentOf(n: Expression, percent: number): Expression {
  const [whole = '', fraction = ''] = percent
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .split('.');
  const scale = 10 ** fraction.length;
  const scaled: Expression = { kind: 'arithmetic', op: '+', left: times(n, integer(Number(whole + fraction))), right: integer(50 * scale) };
  return call('divide-whole', scaled, integer(100 * scale));
}
