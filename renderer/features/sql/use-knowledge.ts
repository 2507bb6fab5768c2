import { useEffect, useMemo, useState } from 'react';
import type { ColumnProfile } from '../../../core/model/report';
import type { SqlFunction } from '../../../core/model/sql-function';
import { useData } from '../../state/data';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { refreshAudiences, useLibrary } from '../../state/library';
import { useFormats } from '../../text/use-text';
import type { Knowledge } from '../../ui/sql/knowledge';

/** What completion and hover know of the open workspace. Functions are asked for once. */
export function useKnowledge(parameters: readonly { name: string }[]): Knowledge {
  const model = useData((state) => state.model);
  const audiences = useLibrary((state) => state.audiences);
  const f = useFormats();
  const [functions, setFunctions] = useState<SqlFunction[]>([]);
  useEffect(() => {
    attempt(refreshAudiences);
    attempt(async () => setFunctions(await call('sql.functions', {})));
  }, []);
  const names = parameters.map((p) => p.name).join(' ');
  return useMemo(() => {
    const profiles = new Map<string, Promise<ColumnProfile>>();
    return {
      model,
      audiences: audiences ?? [],
      functions,
      count: f.number,
      parameters: names === '' ? [] : names.split(' '),
      profile(entity, attribute) {
        const key = JSON.stringify([entity, attribute]);
        const known = profiles.get(key) ?? call('population.column', { population: { kind: 'entity', entity }, field: { attribute } });
        profiles.set(key, known);
        return known;
      },
    };
  }, [model, audiences, functions, names, f]);
}
