import { Play, Save, Square, SquareTerminal } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { isAppError } from '../../../core/base/errors';
import type { RowsPage } from '../../../core/model/report';
import { useData } from '../../state/data';
import { attempt, isCancelled } from '../../state/failures';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { usePersonal } from '../../state/personal';
import { useFormats, useText, useWords } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { Grid } from '../../ui/grid';
import { type LoadPage, pageSize } from '../../ui/pages';
import { Failure } from '../../ui/problem-notice';
import { Progress } from '../../ui/progress';
import { useSqlDraft } from './draft';
import { SaveAudience } from './save-audience';
import './sql.css';

const SqlEditor = lazy(() => import('../../ui/sql/sql-editor'));

interface Ran {
  sql: string;
  first: RowsPage;
  milliseconds: number;
}

export function SqlPlace() {
  const t = useText();
  const f = useFormats();
  const words = useWords();
  const model = useData((state) => state.model);
  const { sql } = useSqlDraft();
  const [ran, setRan] = useState<Ran>();
  const [error, setError] = useState<unknown>();
  const [saving, setSaving] = useState(false);
  const control = useRef<AbortController>(undefined);
  const [running, setRunning] = useState(false);

  const run = async () => {
    const text = useSqlDraft.getState().sql;
    if (text.trim() === '') return;
    control.current?.abort();
    const mine = new AbortController();
    control.current = mine;
    setRunning(true);
    setError(undefined);
    try {
      const answer = await runJob(
        t.sql.running,
        (job) =>
          call('sql.query', { sql: text, offset: 0, limit: pageSize }, { signal: job.signal, onProgress: (p) => job.report(p.share) }),
        mine.signal,
      );
      setRan({ sql: text, first: answer.page, milliseconds: answer.milliseconds });
    } catch (reason) {
      if (!isCancelled(reason)) setError(reason);
    } finally {
      if (control.current === mine) setRunning(false);
    }
  };

  const load = useMemo<LoadPage>(
    () => async (window, _sort, signal) =>
      window.offset === 0 && ran ? ran.first : (await call('sql.query', { sql: ran?.sql ?? '', ...window }, { signal })).page,
    [ran],
  );
  const personal = usePersonal();
  const fault = useMemo(() => {
    if (!isAppError(error)) return undefined;
    const { line, position } = error.details;
    return typeof line === 'number'
      ? { line, column: typeof position === 'number' ? position : undefined, says: words(error).says }
      : undefined;
  }, [error, words]);

  return (
    <div className="place">
      <header className="place-head">
        <h1 className="grow">{t.sql.title}</h1>
        {ran && <span className="muted">{t.sql.took(f.number(Math.round(ran.milliseconds)))}</span>}
        <Button label={t.sql.saveAsAudience} icon={Save} disabled={sql.trim() === ''} onClick={() => setSaving(true)} />
        {running ? (
          <Button label={t.common.cancel} icon={Square} look="plain" onClick={() => control.current?.abort()} />
        ) : (
          <Button label={t.sql.run} icon={Play} look="primary" keys="Ctrl+Enter" onClick={() => attempt(run)} />
        )}
      </header>
      <div className="sql">
        <div className="sql-editor">
          <Suspense fallback={<Progress label={t.common.loading} />}>
            <SqlEditor
              label={t.sql.editor}
              value={sql}
              model={model}
              fault={fault}
              onChange={(text) => useSqlDraft.setState({ sql: text })}
              onRun={() => attempt(run)}
            />
          </Suspense>
        </div>
        <section className="sql-results" aria-label={t.sql.results} aria-busy={running}>
          {error !== undefined ? (
            <div className="sql-error">
              <Failure error={error} />
            </div>
          ) : ran ? (
            <Grid load={load} label={t.sql.results} personal={personal} />
          ) : (
            <Empty icon={SquareTerminal} title={t.sql.emptyTitle} text={t.sql.emptyText} />
          )}
        </section>
      </div>
      {saving && <SaveAudience sql={sql} onClose={() => setSaving(false)} />}
    </div>
  );
}
