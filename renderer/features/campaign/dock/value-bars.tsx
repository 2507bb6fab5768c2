import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { PopulationChoice } from '../../../../core/model/population';
import type { ListedField, ValueList } from '../../../../core/model/report';
import type { Cell } from '../../../../core/model/value';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { usePersonal, useSee } from '../../../state/personal';
import { useAsked } from '../../../state/use-asked';
import { useSettled } from '../../../state/use-settled';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { cellSaid } from '../../../ui/cells';
import { BarRows } from '../../../ui/distribution';
import { Input } from '../../../ui/field';
import { PersonalFrame } from '../../../ui/personal-frame';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { Select } from '../../../ui/select';

const page = 50;

/** Every value with its rows: searched, in either order, a page more at a time. */
export function ValueBars({ population, field: of, controls }: { population: PopulationChoice; field: ListedField; controls: ReactNode }) {
  const t = useText();
  const { field } = of;
  const personal = usePersonal();
  const see = useSee();
  const seen = (value: Cell) => see(value, of.personal);
  const f = useFormats();
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<'rows' | 'value'>('rows');
  const wanted = useSettled(search.trim(), 250);
  const load = useMemo(
    () => (offset: number, signal?: AbortSignal) =>
      call(
        'population.values',
        {
          population,
          field,
          sort: { by: order, descending: order === 'rows' },
          ...(wanted ? { search: wanted } : {}),
          offset,
          limit: page,
        },
        signal ? { signal } : {},
      ),
    [population, field, order, wanted],
  );
  const ask = useMemo(() => (signal: AbortSignal) => load(0, signal), [load]);
  const { value, error } = useAsked(ask);
  const [more, setMore] = useState<ValueList['values']>([]);
  const current = useRef(load);
  useEffect(() => {
    current.current = load;
    setMore([]);
  }, [load]);
  const loadMore = async () => {
    const next = await load(shown.length);
    if (current.current === load) setMore([...more, ...next.values]);
  };
  const orders = (['rows', 'value'] as const).map((by) => ({ value: by, label: t.campaign.dock.orders[by] }));
  const shown = value ? [...value.values, ...more] : [];
  const rows = [
    ...shown.map((v) => ({ label: cellSaid(seen(v.value), t) ?? t.common.empty, rows: v.rows })),
    ...(value && value.empty > 0 && !wanted ? [{ label: t.common.empty, rows: value.empty, other: true }] : []),
  ];
  return (
    <PersonalFrame holds={of.personal !== undefined} personal={personal}>
      <div className="dock-scroll">
        <div className="dock-controls">
          {controls}
          <div className="dock-column">
            <Input label={t.campaign.dock.searchValues} placeholder={t.campaign.dock.searchValues} value={search} onChange={setSearch} />
          </div>
          <div className="dock-small">
            <Select label={t.campaign.dock.order} value={order} options={orders} onChange={setOrder} />
          </div>
          {value && (
            <span className="muted" role="status">
              {wanted
                ? t.campaign.dock.found(f.number(value.matching.values), f.number(value.matching.rows))
                : t.campaign.dock.figures(f.number(value.rows), f.number(value.distinct), f.number(value.empty))}
            </span>
          )}
        </div>
        {error !== undefined && <Failure error={error} />}
        {!value && error === undefined && <Progress label={t.common.loading} />}
        {value && rows.length === 0 && <p className="dock-empty">{t.campaign.dock.noValues}</p>}
        {value && <BarRows label={t.data.distribution} rows={rows} of={value.rows} />}
        {value && shown.length < value.matching.values && (
          <Button
            label={t.campaign.dock.moreValues(f.number(value.matching.values))}
            look="plain"
            size="small"
            onClick={() => attempt(loadMore)}
          />
        )}
      </div>
    </PersonalFrame>
  );
}
