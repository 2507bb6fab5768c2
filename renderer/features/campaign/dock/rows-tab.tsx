import { useMemo } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import { call } from '../../../state/host';
import { Grid } from '../../../ui/grid';
import type { LoadPage } from '../../../ui/pages';
import { NotCounted } from './not-counted';
import { useMeaning } from './use-meaning';

export function RowsTab({ campaign, activity, output, known }: { campaign: Campaign; activity: string; output: string; known: boolean }) {
  const meant = useMeaning(campaign, activity);
  const load = useMemo<LoadPage>(
    () => (window, sort, signal) =>
      call('campaign.rows', { campaign: meant, activity, output, ...window, ...(sort ? { sort } : {}) }, { signal }),
    [meant, activity, output],
  );
  return known ? <Grid load={load} sortable /> : <NotCounted />;
}
