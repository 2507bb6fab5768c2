import { AppError } from '../../base/errors';
import type { Chart, ChartData, ChartMeasure } from '../../model/chart';
import type { Connection, EngineColumn } from '../../ports/engine';
import { dataTypeOf } from '../../sql/dialect/duckdb-types';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import type { KeptResult } from '../kept-result';
import { isOrdered } from '../population/bins';
import { countBins } from '../population/histogram';
import { withConnection } from '../with-connection';
import { keepSql } from './keep-sql';
import { type WrittenRequest, watching } from './written-request';

/** Groups that a picture can hold: the largest bars, the first points of a line. */
const most = { bar: 40, line: 2000 } as const;

/**
 * What a chart of a result shows, counted by the engine over all of its rows.
 * @throws AppError `not-found` for an unknown column, `chart-not-a-number`, and as `querySql`
 */
export function chartSql(ctx: Context, request: WrittenRequest, chart: Chart): Promise<ChartData> {
  return withConnection(ctx, async (connection) => {
    const kept = await keepSql(ctx, connection, request);
    const from = `${ident(kept.table.schema)}.${ident(kept.table.name)}`;
    const x = columnOf(kept.columns, chart.x);
    if (chart.kind === 'histogram') return bins(connection, { ...kept, from }, x, chart, request);
    return groups(connection, { ...kept, from }, x, chart.kind, chart, request);
  });
}

type Rows = Omit<KeptResult, 'table'> & { from: string; columns: EngineColumn[] };

async function bins(
  connection: Connection,
  { from, rows }: Rows,
  x: EngineColumn,
  chart: Chart,
  request: WrittenRequest,
): Promise<ChartData> {
  const typed = dataTypeOf(x.type);
  const column = { name: x.name, ...typed };
  if (!isOrdered(column) || isWide(x)) throw new AppError('chart-not-a-number', { column: x.name, type: x.type });
  const { signal } = request;
  const counted = await countBins(
    connection,
    { from, value: ident(x.name), column },
    { bins: chart.bins, method: 'width', ...(signal ? { signal } : {}) },
  );
  const { bars, empty, others } = counted;
  return {
    type: x.type,
    rows,
    groups: bars.length,
    from: bars.map((b) => b.from),
    to: bars.map((b) => b.to),
    series: [{ name: '', values: bars.map((b) => b.rows) }],
    left: empty + others,
  };
}

/** Whole numbers that 64 bits do not hold have no place on the line. */
const isWide = ({ type }: EngineColumn) => /^(U?HUGEINT|UBIGINT)$/i.test(type);

async function groups(
  connection: Connection,
  { from, rows, columns }: Rows,
  x: EngineColumn,
  kind: 'bar' | 'line',
  chart: Chart,
  request: WrittenRequest,
): Promise<ChartData> {
  const measures = chart.measure === 'rows' || chart.y.length === 0 ? [] : chart.y.map((name) => numericColumn(columns, name));
  const asked = measures.length === 0 ? ['count(*)'] : measures.map((column) => measured(chart.measure, ident(column.name)));
  const order = kind === 'line' ? 'x' : 'm0 DESC NULLS LAST, x';
  const page = await connection.query(
    `SELECT x, ${asked.map((_, i) => `m${i}`).join(', ')}, count(*) OVER (), sum(n) OVER () FROM (
       SELECT ${ident(x.name)} AS x, ${asked.map((sql, i) => `${sql} AS m${i}`).join(', ')}, count(*) AS n FROM ${from}
       WHERE ${ident(x.name)} IS NOT NULL GROUP BY ALL
     ) ORDER BY ${order} LIMIT ${most[kind]}`,
    { limit: most[kind], ...watching(request) },
  );
  const [labels = [], ...others] = page.values;
  const grouped = Number(others[asked.length + 1]?.[0] ?? 0);
  return {
    type: x.type,
    rows,
    groups: Number(others[asked.length]?.[0] ?? 0),
    from: labels,
    to: labels,
    series: asked.map((_, i) => ({ name: measures[i]?.name ?? '', values: (others[i] ?? []).map((v) => (v === null ? null : Number(v))) })),
    left: rows - grouped,
  };
}

function measured(measure: ChartMeasure, column: string): string {
  const names = { rows: 'count', sum: 'sum', average: 'avg', minimum: 'min', maximum: 'max' } as const;
  return `${names[measure]}(${column})`;
}

function columnOf(columns: readonly EngineColumn[], name: string): EngineColumn {
  const found = columns.find((c) => c.name === name);
  if (!found) throw new AppError('not-found', { kind: 'column', name, known: columns.map((c) => c.name).join(', ') });
  return found;
}

function numericColumn(columns: readonly EngineColumn[], name: string): EngineColumn {
  const column = columnOf(columns, name);
  const { type } = dataTypeOf(column.type);
  if (type === 'integer' || type === 'decimal' || type === 'number') return column;
  throw new AppError('chart-not-a-number', { column: name, type: column.type });
}
