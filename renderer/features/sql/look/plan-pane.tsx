import { useEffect, useState } from 'react';
import type { SqlPlan } from '../../../../core/model/plan-tree';
import { isCancelled } from '../../../state/failures';
import { call } from '../../../state/host';
import { runJob } from '../../../state/jobs';
import { useFormats, useText } from '../../../text/use-text';
import { Segmented } from '../../../ui/choice';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import type { Written } from '../save/written';
import { operatorName, type PlanRow, planRows } from './plan-rows';

/** How the engine answers a query: a tree of operators, each with its rows and what it cost. */
export function PlanPane({ written }: { written: Written }) {
  const t = useText();
  const f = useFormats();
  const [mode, setMode] = useState<'expected' | 'measured'>('expected');
  const { plan, error } = usePlan(written, mode === 'measured', t.sql.planning);
  const modes = (['expected', 'measured'] as const).map((value) => ({ value, label: t.sql.plan[value] }));
  return (
    <div className="sql-plan">
      <div className="row sql-plan-head">
        <Segmented label={t.sql.plan.mode} value={mode} options={modes} onChange={setMode} />
        <span className="muted">
          {plan?.milliseconds == null ? t.sql.plan.text : t.sql.plan.took(milliseconds(plan.milliseconds, f.number))}
        </span>
      </div>
      {error !== undefined && <Failure error={error} />}
      {!plan && error === undefined && <Progress label={t.sql.planning} />}
      {plan && <PlanTable plan={plan} />}
    </div>
  );
}

function usePlan(written: Written, measure: boolean, label: string): { plan?: SqlPlan; error?: unknown } {
  const [found, setFound] = useState<{ plan?: SqlPlan; error?: unknown }>({});
  useEffect(() => {
    const control = new AbortController();
    setFound({});
    runJob(
      label,
      (job) => call('sql.explain', { ...written, measure }, { signal: job.signal, onProgress: (p) => job.report(p.share) }),
      control.signal,
    ).then(
      (plan) => !control.signal.aborted && setFound({ plan }),
      (error: unknown) => !isCancelled(error) && setFound({ error }),
    );
    return () => control.abort();
  }, [written, measure, label]);
  return found;
}

function PlanTable({ plan }: { plan: SqlPlan }) {
  const t = useText();
  const measured = plan.milliseconds !== null;
  return (
    <section className="sql-scroll" tabIndex={0} aria-label={t.sql.plan.label}>
      <table className="list-table sql-plan-table" aria-label={t.sql.plan.label}>
        <thead>
          <tr>
            <th scope="col">{t.sql.plan.operator}</th>
            {measured && (
              <>
                <th scope="col" className="number">
                  {t.sql.plan.rows}
                </th>
                <th scope="col" className="number">
                  {t.sql.plan.scanned}
                </th>
              </>
            )}
            <th scope="col" className="number">
              {t.sql.plan.rowsExpected}
            </th>
            {measured && <th scope="col">{t.sql.plan.time}</th>}
          </tr>
        </thead>
        <tbody>
          {planRows(plan.roots).map((row, i) => (
            <Operator key={i} row={row} measured={measured} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Operator({ row: { node, depth, share, off }, measured }: { row: PlanRow; measured: boolean }) {
  const t = useText();
  const f = useFormats();
  const number = (value: number | null) => (value === null ? '' : f.number(value));
  return (
    <tr>
      <th scope="row">
        <div className="sql-operator" style={{ paddingLeft: depth * 18 }}>
          <strong>{operatorName(node.operator)}</strong>
          {node.details.map(({ name, values }) => (
            <span key={name} className="sql-operator-detail">
              <span className="muted">{name}</span> <code>{values.join(', ')}</code>
            </span>
          ))}
        </div>
      </th>
      {measured && (
        <>
          <td className="number">{number(node.rows)}</td>
          <td className="number">{number(node.scanned)}</td>
        </>
      )}
      <td className="number">
        {number(node.expected)}
        {off !== undefined && (
          <span className="sql-off">{off > 0 ? t.sql.plan.off(f.number(off)) : t.sql.plan.offLess(f.number(-off))}</span>
        )}
      </td>
      {measured && (
        <td>
          <span className="sql-time">
            <span className="bar-track">
              <span style={{ width: `${share * 100}%` }} />
            </span>
            <span className="number">{node.milliseconds === null ? '' : t.sql.took(milliseconds(node.milliseconds, f.number))}</span>
          </span>
        </td>
      )}
    </tr>
  );
}

/** Of the digits that mean something. */
function milliseconds(value: number, number: (value: number) => string): string {
  return number(value < 10 ? Math.round(value * 100) / 100 : Math.round(value));
}
