import { compare, isNull, or, text, truth } from '../../sql/expression';
import type { Expression } from '../../sql/query';
import { type Tested, wrongType } from './tested';

/** Empty is NULL or, for text, `''`. */
export function emptyTest(tested: Tested, op: 'empty' | 'not-empty'): Expression {
  const missing = isNull(tested.is);
  if (tested.type !== 'text') return op === 'empty' ? missing : { kind: 'not', inner: missing };
  return op === 'empty' ? or([missing, compare('=', tested.is, text(''))]) : compare('<>', tested.is, text(''));
}

/** Compared, since DuckDB 1.5 passes over rows where NOT (a column) IS TRUE stands beside another condition on that column. */
export function truthTest(tested: Tested, op: 'true' | 'false'): Expression | undefined {
  if (tested.type !== 'boolean') return wrongType(tested, op);
  return compare('=', tested.is, truth(op === 'true'));
}
