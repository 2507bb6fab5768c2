import { useMemo, useState } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import { call } from '../../../state/host';
import { useAsked } from '../../../state/use-asked';
import { useText } from '../../../text/use-text';
import { Bars } from '../../../ui/distribution';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { plainOptions, Select } from '../../../ui/select';
import { NotCounted } from './not-counted';
import { useMeaning } from './use-meaning';

export function DistributionTab({
  campaign,
  activity,
  output,
  known,
}: {
  campaign: Campaign;
  activity: string;
  output: string;
  known: boolean;
}) {
  const t = useText();
  const meant = useMeaning(campaign, activity);
  const [picked, setPicked] = useState<string>();
  const askColumns = useMemo(
    () =>
      known
        ? (signal: AbortSignal) => call('campaign.rows', { campaign: meant, activity, output, offset: 0, limit: 1 }, { signal })
        : undefined,
    [meant, activity, output, known],
  );
  const head = useAsked(askColumns);
  const names = head.value?.columns.map((column) => column.name) ?? [];
  const column = picked !== undefined && names.includes(picked) ? picked : names[0];
  const ask = useMemo(
    () =>
      known && column !== undefined
        ? (signal: AbortSignal) =>
            call(
              'population.column',
              { population: { kind: 'output', campaign: meant, activity, output }, field: { attribute: column } },
              { signal },
            )
        : undefined,
    [meant, activity, output, column, known],
  );
  const { value, error } = useAsked(ask);
  if (!known) return <NotCounted />;
  const wrong = head.error ?? error;
  if (wrong !== undefined) return <Failure error={wrong} />;
  return (
    <div className="dock-scroll">
      <div className="dock-column">
        {names.length > 0 && <Select label={t.campaign.dock.column} value={column} options={plainOptions(names)} onChange={setPicked} />}
      </div>
      {value ? <Bars profile={value} /> : <Progress label={t.common.loading} />}
    </div>
  );
}
