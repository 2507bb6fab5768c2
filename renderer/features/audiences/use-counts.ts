import { useEffect, useState } from 'react';
import type { Audience } from '../../../core/model/audience';
import { useData } from '../../state/data';
import { fail, isCancelled } from '../../state/failures';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { useText } from '../../text/use-text';

/** Exact members of audiences by id: of snapshots as they were saved, of live ones counted one after the other. */
export function useCounts(audiences: readonly Audience[]): ReadonlyMap<string, number> {
  const t = useText();
  const model = useData((state) => state.model);
  const [counted, setCounted] = useState<ReadonlyMap<string, number>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: counts are of the data; the language only names the job, changing it must not count again
  useEffect(() => {
    const control = new AbortController();
    const countAll = async () => {
      for (const { id, name, definition } of audiences) {
        if (definition.kind === 'snapshot') continue;
        try {
          const { rows } = await runJob(
            t.audiences.counting(name),
            (job) => call('audience.count', { id }, { signal: job.signal }),
            control.signal,
          );
          setCounted((was) => new Map([...was, [id, rows]]));
        } catch (error) {
          if (isCancelled(error)) return;
          fail(error);
        }
      }
    };
    setCounted(new Map());
    void countAll();
    return () => control.abort();
  }, [audiences, model]);
  const kept = audiences.flatMap(({ id, definition: d }) => (d.kind === 'snapshot' ? [[id, d.rows] as const] : []));
  return new Map([...kept, ...counted]);
}
