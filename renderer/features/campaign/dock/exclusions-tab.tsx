import { useMemo } from 'react';
import { type Activity, isMessage } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { select } from '../../../state/campaign';
import { call } from '../../../state/host';
import { useAsked } from '../../../state/use-asked';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { Waterfall } from '../../../ui/waterfall';
import { labelOf } from '../sentence';
import { useMeaning } from './use-meaning';

/** Whom a message leaves out and why; without one, the messages there are. */
export function ExclusionsTab({ campaign, activity }: { campaign: Campaign; activity: Activity | undefined }) {
  const t = useText();
  if (activity && isMessage(activity)) return <Exclusions campaign={campaign} message={activity.id} />;
  const messages = campaign.flow.activities.filter(isMessage);
  return (
    <div className="dock-empty">
      <p>{messages.length > 0 ? t.campaign.dock.pickMessage : t.campaign.dock.noMessages}</p>
      <p className="dock-choices">
        {messages.map((message) => (
          <Button
            key={message.id}
            label={labelOf(message, t)}
            look="plain"
            size="small"
            onClick={() => select({ activities: [message.id] })}
          />
        ))}
      </p>
    </div>
  );
}

function Exclusions({ campaign, message }: { campaign: Campaign; message: string }) {
  const t = useText();
  const meant = useMeaning(campaign, message);
  const ask = useMemo(
    () => (signal: AbortSignal) => call('campaign.waterfall', { campaign: meant, activity: message }, { signal }),
    [meant, message],
  );
  const { value, error } = useAsked(ask);
  if (error !== undefined) return <Failure error={error} />;
  if (!value) return <Progress label={t.common.loading} />;
  return (
    <div className="dock-scroll">
      <Waterfall data={value} />
    </div>
  );
}
