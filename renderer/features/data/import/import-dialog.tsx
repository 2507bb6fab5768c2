import { useEffect, useState } from 'react';
import type { LoadMode, Recipe } from '../../../../core/model/recipe';
import type { ImportPreview, ImportSummary } from '../../../../core/model/report';
import { useData } from '../../../state/data';
import { asProblem, attempt, fail } from '../../../state/failures';
import { asId } from '../../../state/fresh-id';
import { call } from '../../../state/host';
import { useImports } from '../../../state/imports';
import { runJob } from '../../../state/jobs';
import { refreshWorkspace } from '../../../state/session';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { ColumnsTable } from '../../../ui/reading/columns-table';
import '../../../ui/reading/reading.css';
import { SampleTable } from '../../../ui/reading/sample-table';
import { SourceFields } from '../../../ui/reading/source-fields';
import './import.css';
import { Summary } from './summary';
import { TargetFields } from './target-fields';

const fileName = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

function recipeOf(preview: ImportPreview, mode: LoadMode): Recipe {
  const { path, format, dialect, sheet } = preview;
  return {
    format: 1,
    id: asId(preview.entity, 'recipe'),
    entity: preview.entity,
    source: { path, format, ...(dialect ? { dialect } : {}), ...(sheet === undefined ? {} : { sheet }) },
    columns: preview.columns,
    key: preview.key,
    mode,
  };
}

/** Preview, every guess changeable; then the load with progress; then what it did. */
export function ImportDialog({ path, onDone }: { path: string; onDone: () => void }) {
  const t = useText();
  const entities = useData((state) => state.model.entities);
  const more = useImports((state) => state.waiting.length > 1);
  const [preview, setPreview] = useState<ImportPreview>();
  const [error, setError] = useState<unknown>();
  const [mode, setMode] = useState<LoadMode>('replace');
  const [running, setRunning] = useState<{ share: number; stage: string }>();
  const [control, setControl] = useState<AbortController>();
  const [summary, setSummary] = useState<ImportSummary>();

  const read = async (change: Partial<Pick<ImportPreview, 'dialect' | 'sheet' | 'format'>> = {}) => {
    const seen = await call('import.preview', { path, ...change });
    setError(undefined);
    setPreview((was) => (was ? { ...seen, entity: was.entity } : seen));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for a file; later reads follow what is changed in the form
  useEffect(() => {
    read().catch(setError);
  }, [path]);

  const run = async (dryRun: boolean) => {
    if (!preview) return;
    const mine = new AbortController();
    setControl(mine);
    setRunning({ share: 0, stage: t.import.stages.reading });
    try {
      const done = await runJob(
        t.import.running(preview.entity),
        (job) =>
          call(
            'import.run',
            { recipe: recipeOf(preview, mode), ...(dryRun ? { dryRun } : {}) },
            {
              signal: job.signal,
              onProgress: (progress) => {
                job.report(progress.share);
                setRunning({ share: progress.share, stage: t.import.stages[progress.stage] });
              },
            },
          ),
        mine.signal,
      );
      setSummary(done);
      if (done.committed) {
        await useData.getState().refresh();
        await refreshWorkspace();
      }
    } catch (reason) {
      fail(reason);
    } finally {
      setRunning(undefined);
    }
  };

  const finished = summary?.committed === true;
  const foot = finished ? (
    <Button label={more ? t.import.nextFile : t.import.finish} look="primary" onClick={onDone} />
  ) : (
    <>
      {running && (
        <span className="grow import-progress">
          <span className="muted">{running.stage}</span>
          <Progress label={running.stage} share={running.share} />
        </span>
      )}
      <Button label={t.common.cancel} onClick={() => (running ? control?.abort() : onDone())} />
      <Button
        label={t.import.check}
        look="plain"
        disabled={!preview || running !== undefined || preview.key.length === 0}
        onClick={() => attempt(() => run(true))}
      />
      <Button
        label={t.import.run}
        look="primary"
        busy={running !== undefined}
        disabled={!preview || preview.key.length === 0}
        onClick={() => attempt(() => run(false))}
      />
    </>
  );

  return (
    <Dialog title={t.import.title(fileName(path))} size="wide" onClose={() => (running ? control?.abort() : onDone())} foot={foot}>
      {error !== undefined && <ProblemNotice problem={asProblem(error)} />}
      {!preview && error === undefined && <Progress label={t.import.reading} />}
      {summary && <Summary summary={summary} />}
      {preview && !finished && (
        <div className="reading">
          <aside className="reading-side">
            <SourceFields preview={preview} onChange={(change) => read(change).catch(setError)} />
            <TargetFields
              preview={preview}
              mode={mode}
              existing={entities.map((e) => e.name)}
              onMode={setMode}
              onChange={(change) => setPreview({ ...preview, ...change })}
            />
          </aside>
          <div className="reading-main">
            {preview.problems.map((problem, i) => (
              <ProblemNotice key={i} problem={problem} />
            ))}
            <ColumnsTable columns={preview.columns} onChange={(columns) => setPreview({ ...preview, columns })} />
            <SampleTable page={preview.sample} />
          </div>
        </div>
      )}
    </Dialog>
  );
}
