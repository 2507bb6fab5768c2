import { unreachable } from '../../../../core/base/never';
import type { ActivityOf, Size } from '../../../../core/model/activity';
import type { Order } from '../../../../core/model/message';
import { useData } from '../../../state/data';
import { entityNamed } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Field, NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { AttributeSelect } from '../rules/attribute-select';
import { orderingAttribute } from '../rules/new-part';
import type { FormProps } from './form-props';
import { OrderField } from './inputs';
import { SizeField } from './size-field';

type Method = ActivityOf<'sample'>['method'];

/** Another method that keeps what was said of the size and the order. */
export function changeMethod(was: Method, kind: Method['kind'], by: string): Method {
  const size: Size = 'size' in was ? was.size : { kind: 'percent', percent: 10 };
  const order: Order = 'order' in was ? was.order : [{ attribute: by, direction: 'descending' }];
  switch (kind) {
    case 'random':
      return { kind, size };
    case 'first':
      return { kind, order, size };
    case 'every':
      return { kind, every: 10, offset: 1, order };
    case 'stratified':
      return { kind, attribute: by, size };
    default:
      return unreachable(kind);
  }
}

export function SampleForm({ activity, dimension, added, onChange }: FormProps<'sample'>) {
  const t = useText();
  const model = useData((state) => state.model);
  const { method } = activity;
  const by = orderingAttribute(entityNamed(model, dimension)?.attributes ?? []) ?? added[0] ?? 'id';
  const kinds = (['random', 'first', 'every', 'stratified'] as const).map((value) => ({ value, label: t.shape.methods[value] }));
  const set = (next: Method, squash?: string) => onChange({ ...activity, method: next }, squash);
  return (
    <>
      <Field label={t.shape.method} hint={t.shape.methodHints[method.kind]}>
        {(id) => <Select id={id} value={method.kind} options={kinds} onChange={(kind) => set(changeMethod(method, kind, by))} />}
      </Field>
      {method.kind === 'every' && (
        <div className="pair">
          <Field label={t.shape.every}>
            {(id) => <NumberInput id={id} whole min={1} value={method.every} onChange={(every) => set({ ...method, every }, 'every')} />}
          </Field>
          <Field label={t.shape.offset}>
            {(id) => (
              <NumberInput id={id} whole min={1} value={method.offset} onChange={(offset) => set({ ...method, offset }, 'offset')} />
            )}
          </Field>
        </div>
      )}
      {method.kind === 'stratified' && dimension && (
        <Field label={t.shape.mixOf}>
          {(id) => (
            <AttributeSelect
              id={id}
              entity={dimension}
              value={{ attribute: method.attribute, ...(method.path ? { path: method.path } : {}) }}
              onChange={(reached) => set({ kind: 'stratified', ...reached, size: method.size })}
            />
          )}
        </Field>
      )}
      {'size' in method && <SizeField size={method.size} onChange={(size) => set({ ...method, size }, 'size')} />}
      {'order' in method && (
        <OrderField
          label={t.forms.order}
          entity={dimension}
          added={added}
          least={1}
          order={method.order}
          onChange={(order) => set({ ...method, order })}
        />
      )}
    </>
  );
}
