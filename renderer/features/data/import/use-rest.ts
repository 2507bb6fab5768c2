import { useState } from 'react';
import { useData } from '../../../state/data';
import { isCancelled } from '../../../state/failures';
import type { Part } from '../../../state/imports';
import { runJob } from '../../../state/jobs';
import { refreshWorkspace } from '../../../state/session';
import { useText } from '../../../text/use-text';
import { loadPart, type PartDone } from './load-part';
import { partsLeft } from './parts-left';

/**
 * Loads other parts of a file as they are proposed, one after another. One that cannot be loaded, or waits for a person, holds nobody up;
 * those that a cancel left untried can be loaded by another call.
 */
export function useRest(path: string) {
  const t = useText();
  const [done, setDone] = useState<PartDone[]>([]);
  const [untried, setUntried] = useState<Part[]>();
  const [share, setShare] = useState<number>();
  const [control, setControl] = useState<AbortController>();

  const load = async (parts: readonly Part[]) => {
    const mine = new AbortController();
    setControl(mine);
    const open = [...parts];
    const told = [...done];
    const taken = useData.getState().model.entities.map((e) => e.name);
    const all = () => told.length + open.length;
    try {
      await runJob(
        t.import.loadingRest,
        async ({ signal, report }) => {
          for (let part = open[0]; part; part = open[0]) {
            const tell = (of: number) => {
              const sofar = (told.length + of) / all();
              setShare(sofar);
              report(sofar);
            };
            tell(0);
            const one = await loadPart(path, part, { taken, signal, report: tell });
            open.shift();
            told.push(one);
            if (one.outcome === 'loaded') taken.push(one.summary.entity.name);
            // Which sheets a workbook in an archive has is known once it was read.
            if (one.outcome !== 'failed' && part.sheet === undefined)
              open.unshift(...partsLeft({ ...one.preview, members: [] }, [one.part]));
            setDone([...told]);
          }
        },
        mine.signal,
      );
    } catch (reason) {
      if (!isCancelled(reason)) throw reason;
    } finally {
      setShare(undefined);
      setUntried(open);
      await useData.getState().refresh();
      await refreshWorkspace();
    }
  };
  return { load, done, untried, share, cancel: () => control?.abort() };
}
