import { Eraser } from 'lucide-react';
import { useMemo, useState } from 'react';
import { recountAll } from '../../../state/campaign';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { useAsked } from '../../../state/use-asked';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { ConfirmDialog } from '../../../ui/confirm-dialog';

/** What confirmed runs passed on so far, and a way to forget it. */
export function MemoryStatus({ campaign, activity }: { campaign: string; activity: string }) {
  const t = useText();
  const f = useFormats();
  const [forgotten, setForgotten] = useState(0);
  const [asking, setAsking] = useState(false);
  const ask = useMemo(() => (signal: AbortSignal) => call('campaign.memory', { id: campaign }, { signal }), [campaign, forgotten]);
  const { value } = useAsked(ask);
  const mine = value?.find((m) => m.activity === activity);
  if (!value) return null;
  if (!mine) return <span className="field-hint">{t.gather.remembersNothing}</span>;
  const forget = async () => {
    setAsking(false);
    await call('campaign.forget', { id: campaign, activity });
    setForgotten(forgotten + 1);
    recountAll();
  };
  return (
    <div className="row">
      <span className="field-hint grow">
        {t.gather.remembers(f.moment(mine.asOf))} {mine.rows === undefined ? '' : t.gather.remembersRows(f.number(mine.rows))}
      </span>
      <Button label={t.gather.forget} icon={Eraser} size="small" onClick={() => setAsking(true)} />
      {asking && (
        <ConfirmDialog
          title={t.gather.forgetTitle}
          text={t.gather.forgetText}
          action={t.gather.forget}
          onClose={() => setAsking(false)}
          onConfirm={() => attempt(forget)}
        />
      )}
    </div>
  );
}
