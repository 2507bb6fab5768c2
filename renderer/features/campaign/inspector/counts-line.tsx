import type { Activity } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { countKey, useCounts } from '../../../state/counts';
import { carriesNobody, outputsOf } from '../../../state/outputs';
import { useFormats, useText } from '../../../text/use-text';
import { arrivals } from '../population';
import { outputLabel } from '../sentence';

/** How many arrive at an activity and how many it passes on, while it is changed. */
export function CountsLine({ campaign, activity }: { campaign: Campaign; activity: Activity }) {
  const t = useText();
  const f = useFormats();
  const rows = useCounts((state) => state.rows);
  const said = (id: string, output: string) => f.count(rows.get(countKey(id, output)));
  const arriving = arrivals(campaign, activity.id).map(({ from, output }) => said(from, output));
  const leaving = (carriesNobody(activity) ? [] : outputsOf(activity)).map((output) => ({
    output,
    label: outputLabel(activity, output, t) || t.campaign.passedOn,
  }));
  if (arriving.length + leaving.length === 0) return null;
  return (
    <dl className="counts-line">
      {arriving.length > 0 && (
        <div>
          <dt>{t.campaign.arriving}</dt>
          <dd className="number">{arriving.join(' + ')}</dd>
        </div>
      )}
      {leaving.map(({ output, label }) => (
        <div key={output}>
          <dt className="truncate">{label}</dt>
          <dd className="number">{said(activity.id, output)}</dd>
        </div>
      ))}
    </dl>
  );
}
