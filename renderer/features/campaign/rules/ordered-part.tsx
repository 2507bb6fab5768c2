import { useData } from '../../../state/data';
import { entityNamed, walk } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Select } from '../../../ui/select';
import { At } from '../problems-here';
import { AttributeSelect, PathSelect } from './attribute-select';
import { orderingAttribute } from './new-part';
import { OptionalRule } from './optional-rule';
import { PartFrame } from './part-frame';
import type { PartProps } from './part-props';

/** A condition on the one related row that comes first or last. */
export function OrderedPart({ rule, entity, onChange, onRemove, editor: Inner }: PartProps<'ordered'>) {
  const t = useText();
  const model = useData((state) => state.model);
  const there = walk(model, entity, rule.path)?.entity;
  const positions = (['last', 'first'] as const).map((value) => ({ value, label: t.parts.positions[value] }));
  const turn = (path: string[]) => {
    const by = orderingAttribute(entityNamed(model, walk(model, entity, path)?.entity)?.attributes ?? []);
    if (by !== undefined) onChange({ ...rule, path, by, among: undefined, where: { kind: 'all', rules: [] } });
  };
  const head = (
    <Select label={t.parts.position} value={rule.position} options={positions} onChange={(position) => onChange({ ...rule, position })} />
  );
  return (
    <PartFrame framed onRemove={onRemove} head={head}>
      <PathSelect entity={entity} value={rule.path} many onChange={turn} />
      {there && (
        <>
          <div className="row">
            <span className="muted nowrap">{t.parts.by}</span>
            <AttributeSelect
              own
              label={t.parts.by}
              entity={there}
              value={{ attribute: rule.by }}
              onChange={({ attribute }) => onChange({ ...rule, by: attribute })}
            />
          </div>
          <OptionalRule
            label={t.parts.among}
            step="among"
            rule={rule.among}
            entity={there}
            editor={Inner}
            onChange={(among) => onChange({ ...rule, among })}
          />
          <span className="field-hint">{t.parts.orderedHint}</span>
          <At steps={['where']}>
            <Inner rule={rule.where} entity={there} onChange={(where) => onChange({ ...rule, where })} />
          </At>
        </>
      )}
    </PartFrame>
  );
}
