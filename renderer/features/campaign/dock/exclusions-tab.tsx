import { useMemo } from 'react';
import type { Activity } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { call } from '../../../state/host';
import { useAsked } from '../../../state/use-asked';
import { useText } from '../../../text/use-text';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { Waterfall } from '../../../ui/waterfall';
import { useMeaning } from './use-meaning';

export function ExclusionsTab({ campaign, activity }: { campaign: Campaign; activity: Activity }) {
  const t = useText();
  const meant = useMeaning(campaign, activity.id);
  const isMessage = activity.type === 'email' || activity.type === 'direct-mail';
  const ask = useMemo(
    () =>
      isMessage ? (signal: AbortSignal) => call('campaign.waterfall', { campaign: meant, activity: activity.id }, { signal }) : undefined,
    [meant, activity.id, isMessage],
  );
  const { value, error } = useAsked(ask);
  if (!isMessage) return <p className="dock-empty">{t.campaign.dock.pick.exclusions}</p>;
  if (error !== undefined) return <Failure error={error} />;
  if (!value) return <Progress label={t.common.loading} />;
  return (
    <div className="dock-scroll">
      <Waterfall data={value} />
    </div>
  );
}
