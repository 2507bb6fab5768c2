import { useMemo, useState } from 'react';
import type { ImportSummary } from '../../../../core/model/data-report';
import type { Attribute, PersonalLabel } from '../../../../core/model/entity';
import { likelyLabel } from '../../../../core/model/personal';
import type { Cell } from '../../../../core/model/value';
import { useData } from '../../../state/data';
import { call } from '../../../state/host';
import { usePersonal } from '../../../state/personal';
import { entityNamed } from '../../../state/reach';
import { useFormats, useText } from '../../../text/use-text';
import { Grid } from '../../../ui/grid';
import { Notice } from '../../../ui/notice';
import type { LoadPage } from '../../../ui/pages';
import { ProblemNotice } from '../../../ui/problem-notice';
import { saidRejects } from './said-rejects';

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
        says={
          !summary.committed
            ? t.import.checked(summary.entity.name)
            : summary.rejected > 0
              ? t.import.doneBut(summary.entity.name, f.number(summary.rejected))
              : t.import.done(summary.entity.name)
        }
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
  const attributes = useData((state) => entityNamed(state.model, entity)?.attributes);
  const [holds, hold] = useState(false);
  const load = useMemo<LoadPage>(
    () => async (window, _sort, signal) => {
      const page = await call('import.rejects', { entity, ...window }, { signal });
      const column = page.columns.findIndex(({ name }) => name === 'column');
      if (page.values[column]?.some((name) => refusedLabel(attributes ?? [], name))) hold(true);
      return saidRejects(page, t.import);
    },
    [entity, attributes, t],
  );
  const shown = usePersonal();
  const heads = t.import.rejectHeads;
  const personal = {
    ...shown,
    labelOf: (column: string, row: (column: string) => Cell | undefined) =>
      column === heads.value ? refusedLabel(attributes ?? [], row(heads.column ?? '') ?? null) : undefined,
  };
  return (
    <>
      <h2>{t.import.rejects}</h2>
      <div className="rejects card">
        <Grid load={load} label={t.import.rejects} {...(holds && { personal })} />
      </div>
    </>
  );
}

/** What a refused value may hold: the label of its attribute, else what the name makes likely; a whole record may hold anything. */
function refusedLabel(attributes: readonly Attribute[], column: Cell): PersonalLabel | undefined {
  if (column === null) return 'address';
  return attributes.find((a) => a.name === column)?.personal ?? likelyLabel(String(column));
}
