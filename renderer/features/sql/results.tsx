import { Database, RotateCw, SquareTerminal } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { unreachable } from '../../../core/base/never';
import type { Chart } from '../../../core/model/chart';
import type { Tab } from '../../../core/model/desk';
import type { RowsPage } from '../../../core/model/report';
import { useData } from '../../state/data';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { usePersonal } from '../../state/personal';
import { useReferred } from '../../state/referred';
import { go } from '../../state/session';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { Grid } from '../../ui/grid';
import { Notice } from '../../ui/notice';
import type { LoadPage } from '../../ui/pages';
import { Failure } from '../../ui/problem-notice';
import { Progress } from '../../ui/progress';
import { Tabs } from '../../ui/tabs';
import { fittingChart } from './look/chart-choice';
import { type AskChart, ChartPane } from './look/chart-pane';
import { PlanPane } from './look/plan-pane';
import { changedUnder, lookAtMeaning, type Ran, requireSameData, runAgain, showResult, type TabRun } from './runs';

type Look = 'rows' | 'chart' | 'plan';

interface Props {
  tab: Tab;
  run: TabRun | undefined;
  onChart: (chart: Chart) => void;
  onExample: (() => void) | undefined;
}

/** What came of the last run of a tab: rows, a chart of them, or how the engine got them. */
export function Results({ tab, run, onChart, onExample }: Props) {
  const t = useText();
  const [look, setLook] = useState<Look>('rows');
  const hasData = useData((state) => state.model.entities.length > 0);
  const result = run?.results[run.shown];
  if (run?.cancel && !result) return <Progress label={t.sql.running} />;
  if (run?.cancelled && !result) return <Empty icon={SquareTerminal} title={t.sql.cancelledTitle} text={t.sql.cancelledText} />;
  if (!run || !result) {
    return (
      <Empty icon={SquareTerminal} title={t.sql.emptyTitle} text={hasData ? t.sql.emptyText : t.sql.emptyNoData}>
        {!hasData && <Button label={t.data.goTo} icon={Database} look="primary" onClick={() => go('data')} />}
        {onExample && <Button label={t.sql.emptyStart} look="plain" onClick={onExample} />}
      </Empty>
    );
  }
  const items = (['rows', 'chart', 'plan'] as const).map((value) => ({ value, label: t.sql.result[value] }));
  return (
    <>
      <Changed tab={tab} run={run} result={result} />
      <Tabs
        label={t.sql.results}
        value={look}
        items={items}
        onChange={setLook}
        className="sql-looks"
        extra={<Facts tab={tab} run={run} result={result} />}
      >
        <Shown key={`${tab.id}/${run.shown}`} look={look} tab={tab} result={result} onChart={onChart} />
      </Tabs>
    </>
  );
}

/** Says that these rows are of other data than there is now. */
function Changed({ tab, run, result }: { tab: Tab; run: TabRun; result: Ran }) {
  const t = useText();
  const f = useFormats();
  const model = useData((state) => state.model);
  const referred = useReferred();
  const { sql, parameters, outcome } = result;
  useEffect(() => attempt(() => lookAtMeaning(tab.id, { sql, parameters, outcome })), [tab.id, sql, parameters, outcome, referred]);
  const changed = changedUnder(result, model);
  if (changed.length === 0 || result.outcome.kind === 'failed') return null;
  return (
    <Notice
      tone="warning"
      className="sql-changed"
      says={t.sql.result.changed(f.time(result.outcome.at), changed.join(', '))}
      action={
        <Button
          label={t.sql.result.again}
          icon={RotateCw}
          size="small"
          look="plain"
          disabled={run.cancel !== undefined}
          onClick={() => attempt(() => runAgain(tab.id, run, t.sql.running))}
        />
      }
    />
  );
}

function Shown({ look, tab, result, onChart }: { look: Look; tab: Tab; result: Ran; onChart: (chart: Chart) => void }) {
  const { outcome } = result;
  if (outcome.kind === 'failed') {
    return (
      <div className="sql-error">
        <Failure error={outcome.error} />
      </div>
    );
  }
  const { columns } = outcome.page;
  switch (look) {
    case 'rows':
      return <Rows result={result} />;
    case 'chart':
      return <Charted result={result} name={tab.name} columns={columns} chart={tab.chart} onChart={onChart} />;
    case 'plan':
      return <Planned result={result} />;
    default:
      return unreachable(look);
  }
}

/** The first page came with the run; the others are asked for as they come into view. */
function Rows({ result }: { result: Ran }) {
  const t = useText();
  const personal = usePersonal();
  const load = useMemo<LoadPage>(
    () => async (window, sort, signal) => {
      const { sql, parameters, outcome } = result;
      if (window.offset === 0 && !sort && outcome.kind === 'rows') return outcome.page;
      requireSameData(result);
      return (await call('sql.query', { sql, parameters, ...window, ...(sort ? { sort } : {}) }, { signal })).page;
    },
    [result],
  );
  return <Grid load={load} sortable label={t.sql.results} personal={personal} />;
}

function Charted({
  result,
  name,
  columns,
  chart,
  onChart,
}: {
  result: Ran;
  name: string;
  columns: RowsPage['columns'];
  chart: Chart | undefined;
  onChart: (chart: Chart) => void;
}) {
  const fitting = useMemo(() => fittingChart(chart, columns), [chart, columns]);
  const ask = useMemo<AskChart>(
    () => async (wanted, options) => {
      requireSameData(result);
      const { sql, parameters } = result;
      return call('sql.chart', { sql, parameters, chart: wanted }, options);
    },
    [result],
  );
  return <ChartPane ask={ask} name={name} columns={columns} chart={fitting} onChange={onChart} />;
}

function Planned({ result: { sql, parameters } }: { result: Ran }) {
  const written = useMemo(() => ({ sql, parameters }), [sql, parameters]);
  return <PlanPane written={written} />;
}

/** Which of several statements is shown, how long it took, and what there is to know of the run. */
function Facts({ tab, run, result }: { tab: Tab; run: TabRun; result: Ran }) {
  const t = useText();
  const f = useFormats();
  const changed = useData((state) => changedUnder(result, state.model).length > 0);
  const stale = !tab.sql.includes(result.sql);
  const stopped = run.cancel === undefined && !run.cancelled && run.results.length < run.all;
  return (
    <div className="row sql-facts">
      {run.results.length > 1 && (
        <nav className="row" aria-label={t.sql.result.statements}>
          {run.results.map((other, i) => (
            <button
              key={i}
              type="button"
              className="chip"
              aria-pressed={i === run.shown}
              aria-label={(other.outcome.kind === 'failed' ? t.sql.result.failed : t.sql.result.statement)(f.number(i + 1))}
              data-failed={other.outcome.kind === 'failed'}
              title={other.sql}
              onClick={() => showResult(tab.id, i)}
            >
              {i + 1}
            </button>
          ))}
        </nav>
      )}
      {stopped && <span className="muted">{t.sql.result.stopped(f.number(run.results.length), f.number(run.all))}</span>}
      {run.cancelled && <span className="muted">{t.sql.result.cancelled}</span>}
      {stale && <span className="muted">{t.sql.result.stale}</span>}
      {result.outcome.kind === 'rows' && !changed && <span className="muted">{t.sql.result.asOf(f.time(result.outcome.at))}</span>}
      {result.outcome.kind === 'rows' && <span className="muted">{t.sql.took(f.number(Math.round(result.outcome.milliseconds)))}</span>}
    </div>
  );
}
