import { useCallback, useMemo } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import { useData } from '../../../state/data';
import { call } from '../../../state/host';
import { useLibrary } from '../../../state/library';
import { usePersonal } from '../../../state/personal';
import { entityNamed } from '../../../state/reach';
import { askWhy } from '../../../state/why';
import { useText } from '../../../text/use-text';
import { cellText } from '../../../ui/cells';
import { Grid, type RowAct } from '../../../ui/grid';
import type { LoadPage } from '../../../ui/pages';
import { dimensionOut } from '../population';
import { NotCounted } from './not-counted';
import { useMeaning } from './use-meaning';

export function RowsTab({ campaign, activity, output, known }: { campaign: Campaign; activity: string; output: string; known: boolean }) {
  const meant = useMeaning(campaign, activity);
  const load = useMemo<LoadPage>(
    () => (window, sort, signal) =>
      call('campaign.rows', { campaign: meant, activity, output, ...window, ...(sort ? { sort } : {}) }, { signal }),
    [meant, activity, output],
  );
  const why = useWhyOf(meant, activity);
  const personal = usePersonal();
  return known ? <Grid load={load} sortable personal={personal} {...(why ? { act: why } : {})} /> : <NotCounted />;
}

/** Asks why of a row that is shown, where it is known whose row it is. */
function useWhyOf(campaign: Campaign, id: string): RowAct | undefined {
  const t = useText();
  const model = useData((state) => state.model);
  const audiences = useLibrary((state) => state.audiences);
  const activity = campaign.flow.activities.find((a) => a.id === id);
  const entity = activity && entityNamed(model, dimensionOut(campaign, model, audiences ?? [], activity));
  const keyOf = useCallback<RowAct['on']>(
    (row) => {
      const values = entity?.key.map((name) => row(name)) ?? [];
      if (entity) askWhy({ entity: entity.name, key: values.map((value) => cellText(value ?? null) ?? '') });
    },
    [entity],
  );
  return entity && { label: t.why.ask, on: keyOf };
}
