import { Copy } from 'lucide-react';
import { useMemo } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import { attempt, useSayings } from '../../../state/failures';
import { call } from '../../../state/host';
import { useAsked } from '../../../state/use-asked';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { useMeaning } from './use-meaning';

export function SqlTab({ campaign, activity, output }: { campaign: Campaign; activity: string; output: string }) {
  const t = useText();
  const meant = useMeaning(campaign, activity);
  const ask = useMemo(() => (signal: AbortSignal) => call('campaign.sql', { campaign: meant }, { signal }), [meant]);
  const { value, error } = useAsked(ask);
  if (error !== undefined) return <Failure error={error} />;
  if (!value) return <Progress label={t.common.loading} />;
  // A population that is passed on as it is was made by an activity before this one.
  const step = value.find((s) => s.outputs.some((o) => o.activity === activity && o.output === output));
  if (!step) return <p className="dock-empty">{t.campaign.dock.noSql}</p>;
  const copy = async () => {
    await navigator.clipboard.writeText(step.sql);
    useSayings.getState().say({ tone: 'success', text: t.campaign.dock.copied });
  };
  return (
    <div className="dock-scroll">
      <Button
        className="button dock-copy"
        label={t.campaign.dock.copy}
        icon={Copy}
        size="small"
        look="plain"
        onClick={() => attempt(copy)}
      />
      <pre className="mono" tabIndex={0}>
        {step.sql}
      </pre>
    </div>
  );
}
