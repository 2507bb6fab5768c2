import { Trash2 } from 'lucide-react';
import { type ActivityOf, normalisers } from '../../../../core/model/activity';
import { useData } from '../../../state/data';
import { entityNamed } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { AddButton, Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { normaliserFor } from '../new-activity';
import { AttributeSelect, attributeAt } from '../rules/attribute-select';
import { orderingAttribute } from '../rules/new-part';
import { OptionalRule } from '../rules/optional-rule';
import { RuleEditor } from '../rules/rule-editor';
import type { FormProps } from './form-props';
import { ColumnSelect, EntityField, OrderField } from './inputs';

type Reconcile = ActivityOf<'reconcile'>;

export function ReconcileForm({ activity, dimension, added, onChange }: FormProps<'reconcile'>) {
  const t = useText();
  const model = useData((state) => state.model);
  const entity = entityNamed(model, activity.entity);
  const turn = (next: string) => {
    const attributes = entityNamed(model, next)?.attributes ?? [];
    const kept = activity.on.filter((pair) => attributes.some((a) => a.name === pair.attribute));
    const first = attributes[0];
    const on =
      kept.length > 0 || !first ? kept : [{ column: added[0] ?? first.name, attribute: first.name, normaliser: normaliserFor(first) }];
    if (on.length > 0) onChange({ ...activity, entity: next, on, where: undefined, several: { kind: 'reject' } });
  };
  return (
    <>
      <EntityField label={t.gather.entity} value={activity.entity} onChange={turn} />
      <Pairs activity={activity} dimension={dimension} added={added} onChange={(on) => onChange({ ...activity, on })} />
      {entity && (
        <OptionalRule
          label={t.gather.onlyAmong}
          step="where"
          rule={activity.where}
          entity={entity.name}
          editor={RuleEditor}
          onChange={(where) => onChange({ ...activity, where }, 'where')}
        />
      )}
      <Several activity={activity} onChange={(several) => onChange({ ...activity, several })} />
      <div className="field">
        <Switch
          label={t.gather.keepUnmatched}
          checked={activity.keepUnmatched === true}
          onChange={(on) =>
            onChange({ ...activity, keepUnmatched: on || undefined, several: on ? oneOf(activity.several) : activity.several })
          }
        />
        <span className="field-hint">{t.gather.keepUnmatchedHint}</span>
      </div>
    </>
  );
}

/** A row that is kept can have only one beside it. */
function oneOf(several: Reconcile['several']): Reconcile['several'] {
  return several.kind === 'all' ? { kind: 'reject' } : several;
}

/** Which columns have to be equal to which attributes. */
function Pairs({
  activity: { on, entity },
  dimension,
  added,
  onChange,
}: {
  activity: Reconcile;
  dimension: string | undefined;
  added: readonly string[];
  onChange: (on: Reconcile['on']) => void;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const kinds = normalisers.map((value) => ({ value, label: t.gather.normalisers[value], hint: t.gather.normaliserHints[value] }));
  const set = (i: number, part: Partial<Reconcile['on'][number]>) => onChange(on.map((was, j) => (j === i ? { ...was, ...part } : was)));
  const first = on[0];
  return (
    <div className="field" role="group" aria-label={t.gather.pairs}>
      <span className="field-label">{t.gather.pairs}</span>
      {on.map((pair, i) => (
        <div className="rule-part" key={i}>
          <div className="row">
            <ColumnSelect
              label={t.gather.pairColumn}
              entity={dimension}
              added={added}
              value={pair.column}
              onChange={(column) => set(i, { column })}
            />
            <span className="muted">=</span>
            <AttributeSelect
              own
              label={t.gather.pairAttribute}
              entity={entity}
              value={{ attribute: pair.attribute }}
              onChange={({ attribute }) => set(i, { attribute, normaliser: normaliserFor(attributeAt(model, entity, [], attribute)) })}
            />
          </div>
          <div className="row">
            <span className="muted nowrap">{t.gather.normaliser}</span>
            <Select label={t.gather.normaliser} value={pair.normaliser} options={kinds} onChange={(normaliser) => set(i, { normaliser })} />
            <Button
              label={t.common.remove}
              icon={Trash2}
              iconOnly
              size="small"
              disabled={on.length === 1}
              onClick={() => onChange(on.filter((_, j) => j !== i))}
            />
          </div>
        </div>
      ))}
      <AddButton label={t.gather.addPair} onClick={() => first && onChange([...on, first])} />
    </div>
  );
}

function Several({ activity, onChange }: { activity: Reconcile; onChange: (several: Reconcile['several']) => void }) {
  const t = useText();
  const model = useData((state) => state.model);
  const { several, entity } = activity;
  const kinds = (activity.keepUnmatched ? (['reject', 'first'] as const) : (['reject', 'first', 'all'] as const)).map((value) => ({
    value,
    label: t.gather.severals[value],
  }));
  const turn = (kind: Reconcile['several']['kind']) => {
    const by = orderingAttribute(entityNamed(model, entity)?.attributes ?? []);
    onChange(kind === 'first' ? { kind, order: by === undefined ? [] : [{ attribute: by, direction: 'descending' }] } : { kind });
  };
  return (
    <>
      <Field label={t.gather.several} hint={t.gather.severalHints[several.kind]}>
        {(id) => <Select id={id} value={several.kind} options={kinds} onChange={turn} />}
      </Field>
      {several.kind === 'first' && (
        <OrderField label={t.forms.order} entity={entity} order={several.order} onChange={(order) => onChange({ ...several, order })} />
      )}
    </>
  );
}
