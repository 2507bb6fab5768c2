import type { Subset } from '../../../../core/model/activity';
import { useText } from '../../../text/use-text';
import { Segmented, Switch } from '../../../ui/choice';
import { Field, Input, NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { At } from '../problems-here';
import { RuleEditor } from '../rules/rule-editor';
import { OrderField } from './inputs';

/** Who enters one segment: a rule, how many, and which of them first. */
export function SubsetFields({
  subset,
  dimension,
  added,
  onChange,
}: {
  subset: Subset;
  dimension: string | undefined;
  added: readonly string[];
  onChange: (subset: Subset) => void;
}) {
  const t = useText();
  const { limit } = subset;
  const limits = (['none', 'count', 'percent'] as const).map((value) => ({ value, label: t.forms.limits[value] }));
  const parts = (['left', 'input'] as const).map((value) => ({ value, label: t.forms.percentOf[value] }));
  const change = (part: Partial<Subset>) => onChange({ ...subset, ...part });
  const orders = [
    { value: 'random', label: t.forms.random },
    { value: 'sorted', label: t.forms.sorted },
  ] as const;
  const turn = (kind: 'none' | 'count' | 'percent') =>
    onChange({
      ...subset,
      limit: kind === 'none' ? undefined : kind === 'count' ? { kind, count: 1000 } : { kind, percent: 10, of: 'input' },
    });
  return (
    <>
      <Switch
        label={t.forms.withRule}
        checked={subset.rule !== undefined}
        onChange={(on) => change({ rule: on ? { kind: 'all', rules: [] } : undefined })}
      />
      {subset.rule && dimension && (
        <At steps={['rule']}>
          <RuleEditor rule={subset.rule} entity={dimension} onChange={(rule) => change({ rule })} />
        </At>
      )}
      <div className="field">
        <span className="field-label">{t.forms.limit}</span>
        <Segmented label={t.forms.limit} value={limit?.kind ?? 'none'} options={limits} onChange={turn} />
        {limit?.kind === 'count' && (
          <NumberInput
            label={t.forms.limits.count}
            whole
            min={0}
            value={limit.count}
            onChange={(count) => change({ limit: { ...limit, count } })}
          />
        )}
        {limit?.kind === 'percent' && (
          <div className="pair">
            <NumberInput
              label={t.forms.limits.percent}
              min={0}
              max={100}
              step="any"
              value={limit.percent}
              onChange={(percent) => change({ limit: { ...limit, percent } })}
            />
            <Select
              label={t.forms.percentOfLabel}
              value={limit.of}
              options={parts}
              onChange={(of) => change({ limit: { ...limit, of } })}
            />
          </div>
        )}
      </div>
      {limit && (
        <>
          <div className="field">
            <span className="field-label">{t.forms.which}</span>
            <Segmented
              label={t.forms.which}
              value={subset.order ? 'sorted' : 'random'}
              options={orders}
              onChange={(which) => change({ order: which === 'random' ? undefined : [] })}
            />
          </div>
          {subset.order && (
            <OrderField
              label={t.forms.order}
              entity={dimension}
              added={added}
              order={subset.order}
              onChange={(order) => change({ order })}
            />
          )}
          <Field label={t.forms.skip}>
            {(id) => (
              <NumberInput id={id} whole min={0} value={subset.skip ?? 0} onChange={(skip) => change({ skip: skip || undefined })} />
            )}
          </Field>
        </>
      )}
      <Field label={t.forms.code} hint={t.forms.codeHint}>
        {(id) => <Input id={id} value={subset.code ?? ''} maxLength={60} onChange={(code) => change({ code: code || undefined })} />}
      </Field>
      <Switch
        label={t.shape.stopWhenEmpty}
        checked={subset.stopWhenEmpty === true}
        onChange={(on) => change({ stopWhenEmpty: on || undefined })}
      />
    </>
  );
}
