import { useMemo, useState } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import type { PopulationChoice } from '../../../../core/model/population';
import type { FieldList } from '../../../../core/model/report';
import { call } from '../../../state/host';
import { useAsked } from '../../../state/use-asked';
import { useText } from '../../../text/use-text';
import { Segmented } from '../../../ui/choice';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { Select } from '../../../ui/select';
import { NotCounted } from './not-counted';
import { RangeBars } from './range-bars';
import { useMeaning } from './use-meaning';
import { ValueBars } from './value-bars';

const ranged: ReadonlySet<FieldList[number]['type']> = new Set(['integer', 'decimal', 'number', 'date', 'timestamp']);

const written = ({ field }: Pick<FieldList[number], 'field'>) => [...(field.path ?? []), field.attribute].join('.');

/** How the values of a column, or of an attribute along single links, are distributed over the people on a transition. */
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
  const [view, setView] = useState<'values' | 'ranges'>('values');
  const population = useMemo<PopulationChoice>(() => ({ kind: 'output', campaign: meant, activity, output }), [meant, activity, output]);
  const ask = useMemo(
    () => (known ? (signal: AbortSignal) => call('population.fields', { population }, { signal }) : undefined),
    [population, known],
  );
  const { value: fields, error } = useAsked(ask);
  const lost = fields !== undefined && !fields.some((f) => written(f) === picked);
  const undecided = known && (picked === undefined || lost);
  const askTelling = useMemo(
    () => (undecided ? (signal: AbortSignal) => call('population.tellingField', { population }, { signal }) : undefined),
    [population, undecided],
  );
  const { value: telling, error: untold } = useAsked(askTelling);
  if (!known) return <NotCounted />;
  if (error !== undefined || untold !== undefined) return <Failure error={error ?? untold} />;
  if (!fields || (undecided && telling === undefined)) return <Progress label={t.common.loading} />;
  const begun = telling ? written({ field: telling }) : undefined;
  const shown = fields.find((f) => written(f) === picked) ?? fields.find((f) => written(f) === begun) ?? fields[0];
  const options = fields.map((f) => ({ value: written(f), label: written(f), hint: f.type === 'list' ? undefined : t.data.types[f.type] }));
  const views = (['values', 'ranges'] as const).map((value) => ({ value, label: t.campaign.dock.views[value] }));
  const mayRange = shown !== undefined && ranged.has(shown.type);
  const controls = (
    <>
      <div className="dock-column">
        <Select label={t.campaign.dock.column} value={shown && written(shown)} options={options} onChange={setPicked} />
      </div>
      {mayRange && <Segmented label={t.campaign.dock.view} value={view} options={views} onChange={setView} />}
    </>
  );
  if (!shown) return <div className="dock-scroll">{controls}</div>;
  const key = written(shown);
  return mayRange && view === 'ranges' ? (
    <RangeBars key={key} population={population} field={shown} controls={controls} />
  ) : (
    <ValueBars key={key} population={population} field={shown} controls={controls} />
  );
}
