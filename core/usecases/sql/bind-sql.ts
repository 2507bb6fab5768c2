import type { Parameter } from '../../model/variable';
import { plainValues } from '../../segment/written';
import { duckdb } from '../../sql/dialect/duckdb';
import { printExpression } from '../../sql/print';
import { withoutTail } from '../../sql/tokens';
import { withValues } from '../../sql/values-in-sql';

/** SQL with the values of its parameters in their place; `$today`, `$now` and names without a value stay. */
export function bindSql(sql: string, parameters: readonly Parameter[]): string {
  const known = new Map(
    parameters.map((p) => [p.name, plainValues({ type: p.type, ...(p.value === undefined ? {} : { plain: p.value }) })]),
  );
  return withValues(withoutTail(sql), (name) => known.get(name)?.map((value) => printExpression(value, duckdb)));
}
