import { useState } from 'react';
import type { ImportSummary } from '../../../../core/model/data-report';
import type { Labelling } from '../../../../core/model/entity';
import type { FileRecipe } from '../../../../core/model/recipe';
import { useData } from '../../../state/data';
import { fail } from '../../../state/failures';
import { call } from '../../../state/host';
import { runJob } from '../../../state/jobs';
import { refreshWorkspace } from '../../../state/session';
import { useText } from '../../../text/use-text';

/** How far a load has come; `rows` are known once all are read. */
interface Running {
  share: number;
  stage: string;
  rows: number;
  bytes: number;
}

interface Load {
  recipe: FileRecipe;
  labels: Labelling[];
  dryRun: boolean;
}

/** Loads a file or tells what loading it would do, with progress; cancelled it leaves nothing. */
export function useLoad() {
  const t = useText();
  const [running, setRunning] = useState<Running>();
  const [control, setControl] = useState<AbortController>();
  const [summary, setSummary] = useState<ImportSummary>();

  const load = async ({ recipe, labels, dryRun }: Load) => {
    const mine = new AbortController();
    setControl(mine);
    setRunning({ share: 0, stage: t.import.stages.reading, rows: 0, bytes: 0 });
    try {
      const done = await runJob(
        t.import.running(recipe.entity),
        (job) =>
          call(
            'import.run',
            { recipe, labels, ...(dryRun ? { dryRun } : {}) },
            {
              signal: job.signal,
              onProgress: (progress) => {
                job.report(progress.share);
                setRunning({ ...progress, stage: t.import.stages[progress.stage] });
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
  return { load, running, summary, cancel: () => control?.abort() };
}
