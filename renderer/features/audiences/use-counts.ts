import { useEffect, useState } from 'react';
import type { Audience } from '../../../core/model/audience';
import { useData } from '../../state/data';
import { isCancelled } from '../../state/failures';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { useText } from '../../text/use-text';

/** The members of an audience, exactly, or why they cannot be counted. */
export type Counted = { kind: 'counted'; rows: number } | { kind: 'failed'; error: unknown };

/** Members of audiences by id: of snapshots as they were saved, of live ones counted one after the other. Give the same array while nothing changed. */
export function useCounts(audiences: readonly Audience[]): ReadonlyMap<string, Counted> {
  const t = useText();
  const model = useData((state) => state.model);
  const [counted, setCounted] = useState<ReadonlyMap<string, Counted>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: counts are of the data; the language only names the job, changing it must not count again
  useEffect(() => {
    const control = new AbortController();
    const tell = (id: string, news: Counted) => setCounted((was) => new Map([...was, [id, news]]));
    const countAll = async () => {
      for (const { id, name, definition } of audiences) {
        if (definition.kind === 'snapshot') continue;
        try {
          const { rows } = await runJob(
            t.audiences.counting(name),
            (job) => call('audience.count', { id }, { signal: job.signal }),
            control.signal,
          );
          tell(id, { kind: 'counted', rows });
        } catch (error) {
          if (isCancelled(error)) return;
          tell(id, { kind: 'failed', error });
        }
      }
    };
    setCounted(new Map());
    void countAll();
    return () => control.abort();
  }, [audiences, model]);
  const kept = audiences.flatMap(({ id, definition: d }) =>
    d.kind === 'snapshot' ? [[id, { kind: 'counted', rows: d.rows }] as const] : [],
  );
  return new Map<string, Counted>([...kept, ...counted]);
}

/** Why an audience cannot be counted. */
export const failureOf = (counted: Counted | undefined): unknown => (counted?.kind === 'failed' ? counted.error : undefined);
