import { type ReactNode, useMemo, useState } from 'react';
import type { PopulationChoice } from '../../../../core/model/population';
import type { BinMethod, ListedField } from '../../../../core/model/report';
import type { Cell } from '../../../../core/model/value';
import { call } from '../../../state/host';
import { usePersonal, useSee } from '../../../state/personal';
import { useAsked } from '../../../state/use-asked';
import { useFormats, useText } from '../../../text/use-text';
import { BarRows, barLabel } from '../../../ui/distribution';
import { PersonalFrame } from '../../../ui/personal-frame';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { plainOptions, Select } from '../../../ui/select';

/** Numbers and days in ranges that leave nothing out. */
export function RangeBars({ population, field: of, controls }: { population: PopulationChoice; field: ListedField; controls: ReactNode }) {
  const t = useText();
  const { field } = of;
  const personal = usePersonal();
  const see = useSee();
  const seen = (value: Cell) => see(value, of.personal);
  const f = useFormats();
  const [bins, setBins] = useState<'10' | '20' | '50'>('20');
  const [method, setMethod] = useState<BinMethod>('width');
  const ask = useMemo(
    () => (signal: AbortSignal) => call('population.histogram', { population, field, bins: Number(bins), method }, { signal }),
    [population, field, bins, method],
  );
  const { value, error } = useAsked(ask);
  const methods = (['width', 'quantile'] as const).map((m) => ({ value: m, label: t.campaign.dock.binMethods[m] }));
  const rows = value && [
    ...value.bars.map((bar) => ({ label: barLabel(seen(bar.from), seen(bar.to), t.common.empty), rows: bar.rows })),
    ...(value.others > 0 ? [{ label: t.data.otherValues(f.number(value.others)), rows: value.others, other: true }] : []),
    ...(value.empty > 0 ? [{ label: t.common.empty, rows: value.empty, other: true }] : []),
  ];
  return (
    <PersonalFrame holds={of.personal !== undefined} personal={personal}>
      <div className="dock-scroll">
        <div className="dock-controls">
          {controls}
          <div className="dock-small">
            <Select label={t.campaign.dock.bins} value={bins} options={plainOptions(['10', '20', '50'] as const)} onChange={setBins} />
          </div>
          <div className="dock-small">
            <Select label={t.campaign.dock.order} value={method} options={methods} onChange={setMethod} />
          </div>
        </div>
        {error !== undefined && <Failure error={error} />}
        {!value && error === undefined && <Progress label={t.common.loading} />}
        {rows && <BarRows label={t.data.distribution} rows={rows} of={value.rows} />}
      </div>
    </PersonalFrame>
  );
}
