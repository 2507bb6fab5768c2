import type { Chart, ChartKind, ChartMeasure } from '../../../../core/model/chart';
import type { RowsPage } from '../../../../core/model/report';
import { isNumeric } from '../../../ui/cells';

type Columns = RowsPage['columns'];

export const numbersOf = (columns: Columns): string[] => columns.filter((c) => isNumeric(c.type)).map((c) => c.name);
const inOrder = (type: string) => /^(DATE|TIMESTAMP)/i.test(type);

/** Columns that a kind of chart can be drawn over. */
export function groupsOf(columns: Columns, kind: ChartKind): string[] {
  return columns.filter((c) => kind !== 'histogram' || isNumeric(c.type) || inOrder(c.type)).map((c) => c.name);
}

/** What a result is most likely looked at as: days as a line, names as bars, one column of numbers as a histogram. */
export function usualChart(columns: Columns): Chart {
  const numbers = numbersOf(columns);
  const day = columns.find((c) => inOrder(c.type))?.name;
  const name = columns.find((c) => !isNumeric(c.type) && !inOrder(c.type))?.name;
  const only = columns.length === 1 ? numbers[0] : undefined;
  const kind: ChartKind = day !== undefined ? 'line' : only !== undefined ? 'histogram' : 'bar';
  const x = day ?? name ?? columns[0]?.name ?? '';
  return measuredBy({ kind, x, measure: 'sum', y: numbers.filter((n) => n !== x).slice(0, 1), bins: 20 });
}

/** Without a column to measure, rows are counted. */
function measuredBy(chart: Chart): Chart {
  return chart.y.length === 0 ? { ...chart, measure: 'rows' } : chart;
}

/** The chart as far as the columns of a result allow it; what was chosen for others is chosen anew. */
export function fittingChart(chart: Chart | undefined, columns: Columns): Chart {
  if (!chart || !groupsOf(columns, chart.kind).includes(chart.x)) return usualChart(columns);
  return measuredBy({ ...chart, y: chart.y.filter((name) => numbersOf(columns).includes(name)) });
}

export function withKind(chart: Chart, kind: ChartKind, columns: Columns): Chart {
  const can = groupsOf(columns, kind);
  return { ...chart, kind, x: can.includes(chart.x) ? chart.x : (can[0] ?? chart.x) };
}

export function withMeasure(chart: Chart, measure: ChartMeasure, columns: Columns): Chart {
  const y =
    chart.y.length > 0
      ? chart.y
      : numbersOf(columns)
          .filter((n) => n !== chart.x)
          .slice(0, 1);
  return { ...chart, measure, y: measure === 'rows' ? [] : y };
}
