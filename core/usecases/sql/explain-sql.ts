import { AppError } from '../../base/errors';
import { type Fields, isFields } from '../../base/fields';
import type { PlanNode, SqlPlan } from '../../model/plan-tree';
import { readWhole } from '../../sql/read-whole';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { placed } from './placed';
import { checkSql, type WrittenRequest, watching } from './written-request';

/**
 * How the engine answers what a person wrote. @param options.measure runs it too, all of it, so that rows and times are those it took
 * @throws AppError `sql-*`, `variable-*`, `cancelled`
 */
export function explainSql(ctx: Context, request: WrittenRequest, { measure }: { measure: boolean }): Promise<SqlPlan> {
  return withConnection(ctx, async (connection) => {
    const query = await checkSql(ctx, connection, request);
    const page = await placed(query, 1, () =>
      connection.query(`EXPLAIN (${measure ? 'ANALYZE, ' : ''}FORMAT json)\n${readWhole(query.sql)}`, { limit: 1, ...watching(request) }),
    );
    return planOf(String(page.values[1]?.[0]));
  });
}

/** Reads DuckDB's JSON: a list of operators, or with measures one object around them. @throws AppError `sql-error` when it is none */
export function planOf(json: string): SqlPlan {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch (cause) {
    throw new AppError('sql-error', { reason: 'the engine gave no plan' }, { cause });
  }
  if (Array.isArray(read)) return { roots: read.filter(isFields).map(nodeOf), milliseconds: null };
  const whole = isFields(read) ? read : {};
  const roots = childrenOf(whole).flatMap((root) => (root.operator_type === 'EXPLAIN_ANALYZE' ? childrenOf(root) : [root]));
  return { roots: roots.map(nodeOf), milliseconds: inMilliseconds(whole.latency) };
}

function nodeOf(fields: Fields): PlanNode {
  const extra = isFields(fields.extra_info) ? fields.extra_info : {};
  const { 'Estimated Cardinality': expected, ...rest } = extra;
  return {
    operator: String(fields.operator_name ?? fields.operator_type ?? fields.name).trim(),
    rows: numberOf(fields.operator_cardinality),
    expected: numberOf(expected),
    scanned: numberOf(fields.operator_rows_scanned) || null,
    milliseconds: inMilliseconds(fields.operator_timing),
    details: Object.entries(rest).flatMap(([name, value]) => {
      const values = (Array.isArray(value) ? value : [value]).map(String).filter((text) => text !== '');
      return values.length === 0 ? [] : [{ name, values }];
    }),
    children: childrenOf(fields).map(nodeOf),
  };
}

const childrenOf = ({ children }: Fields): Fields[] => (Array.isArray(children) ? children.filter(isFields) : []);

function numberOf(value: unknown): number | null {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) && number >= 0 ? number : null;
}

function inMilliseconds(seconds: unknown): number | null {
  const number = numberOf(seconds);
  return number === null ? null : number * 1000;
}
