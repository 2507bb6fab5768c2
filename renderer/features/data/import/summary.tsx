import { useMemo } from 'react';
import type { ImportSummary } from '../../../../core/model/report';
import { call } from '../../../state/host';
import { useFormats, useText } from '../../../text/use-text';
import { Grid } from '../../../ui/grid';
import { Notice } from '../../../ui/notice';
import type { LoadPage } from '../../../ui/pages';
import { ProblemNotice } from '../../../ui/problem-notice';

/** What a load did, or would do, with the rows it refused. */
export function Summary({ summary }: { summary: ImportSummary }) {
  const t = useText();
  const f = useFormats();
  const figures = [
    [t.import.read, summary.read],
    [t.import.added, summary.added],
    [t.import.changed, summary.changed],
    [t.import.unchanged, summary.unchanged],
    [t.import.deleted, summary.deleted],
    [t.import.rejected, summary.rejected],
  ] as const;
  return (
    <section className="section" data-testid="import-summary">
      <Notice
        tone={!summary.committed ? 'plain' : summary.rejected > 0 ? 'warning' : 'success'}
        says={summary.committed ? t.import.done(summary.entity.name) : t.import.checked(summary.entity.name)}
        hint={summary.committed ? undefined : t.import.notCommitted}
      />
      <dl className="figures">
        {figures.map(([label, n]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{f.number(n)}</dd>
          </div>
        ))}
      </dl>
      {summary.problems.map((problem, i) => (
        <ProblemNotice key={i} problem={problem} />
      ))}
      {summary.committed && summary.rejected === 0 && <p className="muted">{t.import.noRejects}</p>}
      {summary.committed && summary.rejected > 0 && <Rejects entity={summary.entity.name} />}
    </section>
  );
}

export function Rejects({ entity }: { entity: string }) {
  const t = useText();
  const load = useMemo<LoadPage>(() => (window, _sort, signal) => call('import.rejects', { entity, ...window }, { signal }), [entity]);
  return (
    <>
      <h2>{t.import.rejects}</h2>
      <div className="rejects card">
        <Grid load={load} label={t.import.rejects} />
      </div>
    </>
  );
}
