import { ChartColumn, Image, Shapes } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { ChartData, Chart as ChartModel } from '../../../../core/model/chart';
import { masked } from '../../../../core/model/personal';
import type { RowsPage } from '../../../../core/model/report';
import type { Cell } from '../../../../core/model/value';
import { attempt, isCancelled } from '../../../state/failures';
import type { CallOptions } from '../../../state/host';
import { runJob } from '../../../state/jobs';
import { usePersonal } from '../../../state/personal';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import type { ChartHandle } from '../../../ui/chart/chart';
import { barLabel } from '../../../ui/distribution';
import { Empty } from '../../../ui/empty';
import { pngOf, saveFile, svgBlob } from '../../../ui/picture';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { ChartControls } from './chart-controls';
import { ChartTable } from './chart-table';

const Chart = lazy(() => import('../../../ui/chart/chart'));

export type AskChart = (chart: ChartModel, options: CallOptions<'sql.chart'>) => Promise<ChartData>;

interface Props {
  ask: AskChart;
  name: string;
  columns: RowsPage['columns'];
  chart: ChartModel;
  onChange: (chart: ChartModel) => void;
}

/** A result as a picture, counted by the engine over all of its rows; as a table for who does not see it. */
export function ChartPane({ ask, name, columns, chart, onChange }: Props) {
  const t = useText();
  const f = useFormats();
  const [table, setTable] = useState(false);
  const picture = useRef<ChartHandle>(null);
  const found = useChartData(ask, chart, t.sql.charting);
  const seen = useSeen(columns.find((column) => column.name === chart.x));
  const content = useMemo(
    () =>
      found.data && { kind: chart.kind, labels: labelsOf(found.data, seen, t.common.empty), series: found.data.series, number: f.number },
    [found.data, chart.kind, seen, t, f],
  );
  const save = async (png: boolean) => {
    const svg = picture.current?.svg();
    if (svg !== undefined) saveFile(`${name}.${png ? 'png' : 'svg'}`, png ? await pngOf(svg) : svgBlob(svg));
  };
  return (
    <div className="sql-chart">
      <ChartControls chart={chart} columns={[...columns]} onChange={onChange}>
        <Button
          label={table ? t.sql.chart.picture : t.sql.chart.table}
          aria-pressed={table}
          size="small"
          onClick={() => setTable(!table)}
        />
        <Button label={t.sql.chart.savePng} icon={Image} iconOnly size="small" disabled={table} onClick={() => attempt(() => save(true))} />
        <Button
          label={t.sql.chart.saveSvg}
          icon={Shapes}
          iconOnly
          size="small"
          disabled={table}
          onClick={() => attempt(() => save(false))}
        />
      </ChartControls>
      {found.error !== undefined && <Failure error={found.error} />}
      {!found.data && found.error === undefined && <Progress label={t.sql.charting} />}
      {content && found.data && (
        <>
          {content.labels.length === 0 ? (
            <Empty icon={ChartColumn} title={t.common.noRows} text={t.sql.chart.none} />
          ) : table ? (
            <ChartTable content={content} x={chart.x} measure={chart.measure} />
          ) : (
            <Suspense fallback={<Progress label={t.common.loading} />}>
              <Chart handle={picture} label={t.sql.chart.of(chart.x)} content={content} />
            </Suspense>
          )}
          <Said data={found.data} chart={chart} />
        </>
      )}
    </div>
  );
}

/** What the picture does not show. */
function Said({ data, chart }: { data: ChartData; chart: ChartModel }) {
  const t = useText();
  const f = useFormats();
  const [shown, all] = [f.number(data.from.length), f.number(data.groups)];
  const some = data.groups > data.from.length ? (chart.kind === 'line' ? t.sql.chart.first(shown, all) : t.sql.chart.some(shown, all)) : '';
  const left = data.left > 0 ? t.sql.chart.left(f.number(data.left)) : '';
  return <p className="sql-chart-said">{[some, left].filter((text) => text !== '').join(' ')}</p>;
}

function useChartData(ask: AskChart, chart: ChartModel, label: string): { data?: ChartData; error?: unknown } {
  const [found, setFound] = useState<{ data?: ChartData; error?: unknown }>({});
  useEffect(() => {
    const control = new AbortController();
    setFound((was) => (was.data ? { data: was.data } : {}));
    runJob(label, (job) => ask(chart, { signal: job.signal, onProgress: (p) => job.report(p.share) }), control.signal).then(
      (data) => !control.signal.aborted && setFound({ data }),
      (error: unknown) => !isCancelled(error) && setFound({ error }),
    );
    return () => control.abort();
  }, [ask, chart, label]);
  return found;
}

/** A value as it may be seen: masked where what its column comes from is personal. */
function useSeen(column: RowsPage['columns'][number] | undefined): (value: Cell) => Cell {
  const personal = usePersonal();
  return useMemo(() => {
    const label = personal.shown || !column ? undefined : (column.personal ?? personal.labels.get(column.name));
    return (value) => (label === undefined ? value : masked(label, value));
  }, [personal, column]);
}

function labelsOf({ from, to }: ChartData, seen: (value: Cell) => Cell, empty: string): string[] {
  return from.map((value, i) => barLabel(seen(value), seen(to[i] ?? null), empty));
}
