import { useEffect, useMemo, useState } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import type { Work } from '../../../../core/model/work';
import { call } from '../../../state/host';
import { useJobs } from '../../../state/jobs';
import { useAsked } from '../../../state/use-asked';
import { useText } from '../../../text/use-text';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { LogEntry } from './log-entry';

/** What was counted and rehearsed lately, the last first: every step with its rows and its time, and nothing of the data. */
export function LogTab({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const { id } = campaign;
  const jobs = useJobs((state) => state.running.length);
  // Whatever job ends may have been work on this campaign.
  const ask = useMemo(() => (signal: AbortSignal) => call('campaign.log', { id }, { signal }), [id, jobs]);
  const { value, error } = useAsked(ask);
  const [works, setWorks] = useState<Work[]>();
  useEffect(() => {
    if (value) setWorks(value);
  }, [value]);
  if (error !== undefined) return <Failure error={error} />;
  if (!works) return <Progress label={t.common.loading} />;
  if (works.length === 0) return <p className="dock-empty">{t.campaign.dock.logEmpty}</p>;
  return (
    <ul className="dock-scroll log" aria-label={t.campaign.dock.log}>
      {works.map((work, i) => (
        <LogEntry key={`${work.startedAt}/${works.length - i}`} work={work} campaign={campaign} open={i === 0} />
      ))}
    </ul>
  );
}
