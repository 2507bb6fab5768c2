import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { Subset } from '../../../../core/model/activity';
import { freshId } from '../../../state/fresh-id';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Segmented, Switch } from '../../../ui/choice';
import { Field, Input, NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { RuleEditor } from '../rules/rule-editor';
import type { FormProps } from './form-props';
import { OrderField } from './inputs';

export function SplitForm({ activity, dimension, added, onChange }: FormProps<'split'>) {
  const t = useText();
  const { subsets } = activity;
  const set = (next: Subset[], squash?: string) => next.length > 0 && onChange({ ...activity, subsets: next }, squash);
  const move = (i: number, by: number) => {
    const next = [...subsets];
    const [taken] = next.splice(i, 1);
    if (taken) next.splice(i + by, 0, taken);
    set(next);
  };
  const more = () =>
    set([
      ...subsets,
      {
        id: freshId(
          'segment',
          subsets.map((s) => s.id),
        ),
        label: t.campaign.segment(subsets.length + 1),
      },
    ]);
  return (
    <div className="column" role="group" aria-label={t.forms.subsets}>
      {subsets.map((subset, i) => (
        <div className="rule-part" key={subset.id}>
          <div className="row">
            <Input
              label={t.forms.subsetLabel}
              placeholder={t.campaign.segment(i + 1)}
              value={subset.label ?? ''}
              onChange={(label) =>
                set(
                  subsets.map((s, j) => (j === i ? { ...s, label: label || undefined } : s)),
                  `label/${subset.id}`,
                )
              }
            />
            <Button label={t.forms.moveUp} icon={ArrowUp} iconOnly size="small" disabled={i === 0} onClick={() => move(i, -1)} />
            <Button
              label={t.forms.moveDown}
              icon={ArrowDown}
              iconOnly
              size="small"
              disabled={i === subsets.length - 1}
              onClick={() => move(i, 1)}
            />
            <Button
              label={t.common.remove}
              icon={Trash2}
              iconOnly
              size="small"
              disabled={subsets.length === 1}
              onClick={() => set(subsets.filter((_, j) => j !== i))}
            />
          </div>
          <SubsetFields
            subset={subset}
            dimension={dimension}
            added={added}
            onChange={(next) =>
              set(
                subsets.map((s, j) => (j === i ? next : s)),
                `subset/${subset.id}`,
              )
            }
          />
        </div>
      ))}
      <div>
        <Button label={t.forms.addSubset} icon={Plus} size="small" onClick={more} />
      </div>
      <Switch
        label={t.forms.overlap}
        checked={activity.overlap === true}
        onChange={(overlap) => onChange({ ...activity, overlap: overlap || undefined })}
      />
    </div>
  );
}

function SubsetFields({
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
      <Field label={t.forms.code}>
        {(id) => (
          <Input id={id} value={subset.code ?? ''} maxLength={60} onChange={(code) => onChange({ ...subset, code: code || undefined })} />
        )}
      </Field>
      <Segmented label={t.forms.limit} value={limit?.kind ?? 'none'} options={limits} onChange={turn} />
      {limit?.kind === 'count' && (
        <NumberInput
          label={t.forms.limits.count}
          whole
          min={0}
          value={limit.count}
          onChange={(count) => onChange({ ...subset, limit: { ...limit, count } })}
        />
      )}
      {limit?.kind === 'percent' && (
        <div className="row">
          <NumberInput
            label={t.forms.limits.percent}
            min={0}
            max={100}
            step="any"
            value={limit.percent}
            onChange={(percent) => onChange({ ...subset, limit: { ...limit, percent } })}
          />
          <Select
            label={t.forms.percentOfLabel}
            value={limit.of}
            options={parts}
            onChange={(of) => onChange({ ...subset, limit: { ...limit, of } })}
          />
        </div>
      )}
      {limit && (
        <>
          <Segmented
            label={t.forms.which}
            value={subset.order ? 'sorted' : 'random'}
            options={orders}
            onChange={(which) => onChange({ ...subset, order: which === 'random' ? undefined : [] })}
          />
          {subset.order && (
            <OrderField
              label={t.forms.order}
              entity={dimension}
              added={added}
              order={subset.order}
              onChange={(order) => onChange({ ...subset, order })}
            />
          )}
          <Field label={t.forms.skip}>
            {(id) => (
              <NumberInput
                id={id}
                whole
                min={0}
                value={subset.skip ?? 0}
                onChange={(skip) => onChange({ ...subset, skip: skip || undefined })}
              />
            )}
          </Field>
        </>
      )}
      <Switch
        label={t.forms.withRule}
        checked={subset.rule !== undefined}
        onChange={(on) => onChange({ ...subset, rule: on ? { kind: 'all', rules: [] } : undefined })}
      />
      {subset.rule && dimension && <RuleEditor rule={subset.rule} entity={dimension} onChange={(rule) => onChange({ ...subset, rule })} />}
    </>
  );
}
