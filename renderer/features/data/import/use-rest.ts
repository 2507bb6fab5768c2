import { useState } from 'react';
import { useData } from '../../../state/data';
import { isCancelled } from '../../../state/failures';
import { settleTables, type Table } from '../../../state/imports';
import { runJob } from '../../../state/jobs';
import { refreshWorkspace } from '../../../state/session';
import { useText } from '../../../text/use-text';
import { loadTable, type TableDone } from './load-table';
import { partsLeft } from './parts-left';

/**
 * Loads other parts of a file, and other files, as they are proposed, one after another. One that cannot be loaded, or waits for a
 * person, holds nobody up; those that a cancel left untried can be loaded by another call.
 */
export function useRest() {
  const t = useText();
  const [done, setDone] = useState<TableDone[]>([]);
  const [untried, setUntried] = useState<Table[]>();
  const [share, setShare] = useState<number>();
  const [control, setControl] = useState<AbortController>();

  const load = async (tables: readonly Table[]) => {
    const mine = new AbortController();
    setControl(mine);
    const open = [...tables];
    const told = [...done];
    const taken = useData.getState().model.entities.map((e) => e.name);
    const all = () => told.length + open.length;
    try {
      await runJob(
        t.import.loadingRest,
        async ({ signal, report }) => {
          for (let table = open[0]; table; table = open[0]) {
            const tell = (of: number) => {
              const sofar = (told.length + of) / all();
              setShare(sofar);
              report(sofar);
            };
            tell(0);
            const one = await loadTable(table, { taken, signal, report: tell });
            open.shift();
            told.push(one);
            if (one.outcome === 'loaded') taken.push(one.summary.entity.name);
            if (one.outcome !== 'failed') open.unshift(...foundIn(table, one));
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
      const isLoaded = ({ outcome }: TableDone) => outcome === 'loaded';
      settleTables(
        told.filter(isLoaded).map((one) => one.table),
        [...open, ...told.filter((one) => !isLoaded(one)).map((one) => one.table)],
      );
      await useData.getState().refresh();
      await refreshWorkspace();
    }
  };
  return { load, done, untried, share, cancel: () => control?.abort() };
}

export type Rest = ReturnType<typeof useRest>;

/** What else a file has, or a workbook in an archive, is known once it was read. */
function foundIn({ file, part }: Table, { preview, table }: Exclude<TableDone, { outcome: 'failed' }>): Table[] {
  if (part.sheet !== undefined) return [];
  const within = part.member === undefined ? preview : { ...preview, members: [] };
  return partsLeft(within, [table.part]).map((other) => ({ file, part: other }));
}
