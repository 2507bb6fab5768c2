import type { ReactNode } from 'react';
import { type Chart, chartKinds, chartMeasures } from '../../../../core/model/chart';
import { useText } from '../../../text/use-text';
import { Segmented } from '../../../ui/choice';
import { NumberInput } from '../../../ui/field';
import { plainOptions, Select } from '../../../ui/select';
import { groupsOf, numbersOf, withKind, withMeasure } from './chart-choice';

interface Props {
  chart: Chart;
  columns: { name: string; type: string }[];
  onChange: (chart: Chart) => void;
  children: ReactNode;
}

/** Chooses what is drawn: the kind, the columns, and what is measured of them. */
export function ChartControls({ chart, columns, onChange, children }: Props) {
  const t = useText();
  const numbers = numbersOf(columns);
  const kinds = chartKinds.filter((kind) => groupsOf(columns, kind).length > 0);
  const measures = numbers.length === 0 ? (['rows'] as const) : chartMeasures;
  const turn = (name: string) => {
    const y = chart.y.includes(name) ? chart.y.filter((n) => n !== name) : [...chart.y, name].slice(-5);
    if (y.length > 0) onChange({ ...chart, y });
  };
  return (
    <div className="sql-chart-controls">
      <Segmented
        label={t.sql.chart.kind}
        value={chart.kind}
        options={kinds.map((value) => ({ value, label: t.sql.chart.kinds[value] }))}
        onChange={(kind) => onChange(withKind(chart, kind, columns))}
      />
      <span className="field-label">{t.sql.chart.x}</span>
      <Select
        bare
        label={t.sql.chart.ofColumn}
        value={chart.x}
        options={plainOptions(groupsOf(columns, chart.kind))}
        onChange={(x) => onChange({ ...chart, x })}
      />
      {chart.kind === 'histogram' ? (
        <span className="sql-chart-bins">
          <NumberInput
            whole
            label={t.sql.chart.bins}
            min={2}
            max={100}
            value={chart.bins}
            onChange={(bins) => onChange({ ...chart, bins })}
          />
          <span className="muted">{t.sql.chart.bins}</span>
        </span>
      ) : (
        <>
          <Select
            bare
            label={t.sql.chart.measure}
            value={chart.measure}
            options={measures.map((value) => ({ value, label: t.sql.chart.measures[value] }))}
            onChange={(measure) => onChange(withMeasure(chart, measure, columns))}
          />
          {chart.measure !== 'rows' && (
            <fieldset className="chips" aria-label={t.sql.chart.y}>
              {numbers.map((name) => (
                <button key={name} type="button" className="chip" aria-pressed={chart.y.includes(name)} onClick={() => turn(name)}>
                  {name}
                </button>
              ))}
            </fieldset>
          )}
        </>
      )}
      <span className="push" />
      {children}
    </div>
  );
}
