import { useEffect, useState } from 'react';
import type { Refreshed } from '../../../core/model/data-report';
import { useData } from '../../state/data';
import { attempt, isCancelled } from '../../state/failures';
import { call } from '../../state/host';
import { queueImports } from '../../state/imports';
import { runJob } from '../../state/jobs';
import { refreshWorkspace } from '../../state/session';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Failure, ProblemNotice } from '../../ui/problem-notice';
import { Progress } from '../../ui/progress';

/** Says what loading files and running queries again would do, and does it once that was seen. Without a name, of all entities whose file, or what their query reads, changed. */
export function RefreshDialog({ entity, onClose }: { entity?: string | undefined; onClose: () => void }) {
  const t = useText();
  const [found, setFound] = useState<readonly Refreshed[]>();
  const [loading, setLoading] = useState(false);
  const [done, setDone] = useState(false);
  const [error, setError] = useState<unknown>();
  const ask = (label: string, entities: readonly string[] | undefined, dryRun: boolean, signal?: AbortSignal) =>
    runJob(
      label,
      (job) =>
        call(
          'import.refresh',
          { ...(entities ? { entities: [...entities] } : {}), ...(dryRun ? { dryRun } : {}) },
          { signal: job.signal, onProgress: (p) => job.report(p.share) },
        ),
      signal,
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: compared once, when the dialog opens
  useEffect(() => {
    const control = new AbortController();
    ask(t.data.comparing, entity === undefined ? undefined : [entity], true, control.signal).then(setFound, (reason: unknown) => {
      if (!isCancelled(reason)) setError(reason);
    });
    return () => control.abort();
  }, [entity]);
  const ready = (found ?? []).filter((r) => r.outcome === 'checked' || r.outcome === 'follows').map((r) => r.entity);
  const load = async () => {
    setLoading(true);
    try {
      const loaded = await ask(t.data.refreshing, ready, false);
      const failed = found?.filter((r) => r.outcome === 'failed') ?? [];
      setFound([...loaded, ...failed]);
      setDone(true);
      await useData.getState().refresh();
      await refreshWorkspace();
    } finally {
      setLoading(false);
    }
  };
  const isCurrent = found?.every((r) => r.outcome === 'same');
  const foot =
    done || isCurrent ? (
      <Button label={done ? t.import.finish : t.common.close} look={done ? 'primary' : 'quiet'} onClick={onClose} />
    ) : (
      <>
        <Button label={t.common.cancel} onClick={onClose} />
        <Button label={t.data.refresh} look="primary" busy={loading} disabled={ready.length === 0} onClick={() => attempt(load)} />
      </>
    );
  return (
    <Dialog title={t.data.refreshTitle} description={done ? undefined : t.data.refreshText} size="middle" onClose={onClose} foot={foot}>
      {error !== undefined && <Failure error={error} />}
      {!found && error === undefined && <Progress label={t.data.comparing} />}
      {found && <Outcomes found={found} onImport={onClose} />}
    </Dialog>
  );
}

function Outcomes({ found, onImport }: { found: readonly Refreshed[]; onImport: () => void }) {
  const t = useText();
  const f = useFormats();
  const entities = useData((state) => state.model.entities);
  const told = found.filter((r) => r.outcome !== 'same');
  const importAnew = async (name: string) => {
    const recipe = entities.find((e) => e.name === name)?.recipe;
    if (recipe === undefined) return;
    const file = (await call('entity.health', {})).find((h) => h.entity === name)?.file;
    if (file) queueImports([file]);
    onImport();
  };
  if (told.length === 0) return <p className="muted">{t.data.nothingToRefresh}</p>;
  return (
    <div className="section" data-testid="refresh">
      {told.map(({ entity, problem }) =>
        problem ? (
          <ProblemNotice
            key={entity}
            problem={problem}
            about={entity}
            action={
              problem.code === 'import-header-changed' && (
                <Button label={t.data.importAnew} size="small" onClick={() => attempt(() => importAnew(entity))} />
              )
            }
          />
        ) : null,
      )}
      {told.flatMap(({ entity, summary }) =>
        (summary?.problems ?? []).map((problem, i) => <ProblemNotice key={`${entity} ${i}`} problem={problem} />),
      )}
      <table className="list-table">
        <thead>
          <tr>
            <th>{t.data.entity}</th>
            {[t.import.added, t.import.changed, t.import.unchanged, t.import.deleted, t.import.rejected].map((label) => (
              <th key={label} className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map(({ entity, outcome, summary: s }) => (
            <tr key={entity}>
              <td>{entity}</td>
              {outcome === 'follows' && (
                <td colSpan={5} className="muted">
                  {t.data.follows}
                </td>
              )}
              {(s ? [s.added, s.changed, s.unchanged, s.deleted, s.rejected] : []).map((n, i) => (
                <td key={i} className="number">
                  {f.number(n)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
