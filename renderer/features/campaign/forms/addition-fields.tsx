import { unreachable } from '../../../../core/base/never';
import type { Addition } from '../../../../core/model/activity';
import { aggregateFunctions } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { entityNamed, walk } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Field, NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { collectedColumns } from '../population';
import { AttributeSelect, PathSelect } from '../rules/attribute-select';
import { OptionalRule } from '../rules/optional-rule';
import { RuleEditor } from '../rules/rule-editor';
import { ColumnsField } from './columns-field';
import { OrderField } from './inputs';
import { collectAlong } from './new-addition';

interface Props<A extends Addition> {
  addition: A;
  dimension: string;
  onChange: (addition: Addition, squash?: string) => void;
}

type AdditionOf<K extends Addition['kind']> = Extract<Addition, { kind: K }>;

/** Where a column comes from. */
export function AdditionFields({ addition, ...rest }: Props<Addition>) {
  switch (addition.kind) {
    case 'attribute':
      return <AttributeFields addition={addition} {...rest} />;
    case 'aggregate':
      return <AggregateFields addition={addition} {...rest} />;
    case 'collect':
      return <CollectFields addition={addition} {...rest} />;
    default:
      return unreachable(addition);
  }
}

function AttributeFields({ addition, dimension, onChange }: Props<AdditionOf<'attribute'>>) {
  const { path, attribute, as } = addition;
  return (
    <AttributeSelect
      entity={dimension}
      value={{ attribute, ...(path ? { path } : {}) }}
      onChange={(reached) => onChange({ kind: 'attribute', ...reached, as })}
    />
  );
}

function AggregateFields({ addition, dimension, onChange }: Props<AdditionOf<'aggregate'>>) {
  const t = useText();
  const model = useData((state) => state.model);
  const there = walk(model, dimension, addition.path)?.entity;
  const functions = aggregateFunctions.map((value) => ({ value, label: t.rules.functions[value] }));
  const turn = (fn: typeof addition.function) =>
    onChange({
      ...addition,
      function: fn,
      attribute: fn === 'count' ? undefined : (addition.attribute ?? entityNamed(model, there)?.attributes[0]?.name),
    });
  return (
    <>
      <Select label={t.rules.function} value={addition.function} options={functions} onChange={turn} />
      <PathSelect
        entity={dimension}
        value={addition.path}
        onChange={(path) => onChange({ ...addition, path, function: 'count', attribute: undefined, where: undefined })}
      />
      {addition.function !== 'count' && there && (
        <AttributeSelect
          own
          entity={there}
          value={{ attribute: addition.attribute ?? '' }}
          onChange={({ attribute }) => onChange({ ...addition, attribute })}
        />
      )}
      {there && (
        <OptionalRule
          label={t.rules.addWhere}
          step="where"
          rule={addition.where}
          entity={there}
          editor={RuleEditor}
          onChange={(where) => onChange({ ...addition, where })}
        />
      )}
    </>
  );
}

/** The first few related rows in an order, each with columns of its own. */
function CollectFields({ addition, dimension, onChange }: Props<AdditionOf<'collect'>>) {
  const t = useText();
  const model = useData((state) => state.model);
  const there = walk(model, dimension, addition.path)?.entity;
  const columns = collectedColumns(addition);
  const turn = (path: string[]) => {
    const entity = walk(model, dimension, path)?.entity;
    const next = entity && collectAlong(model, { path, entity }, []);
    if (next) onChange({ ...next, as: addition.as, count: addition.count });
  };
  return (
    <>
      <PathSelect entity={dimension} many value={addition.path} onChange={turn} />
      <ColumnsField
        label={t.shape.collectAttributes}
        entity={there}
        least={1}
        value={addition.attributes}
        onChange={(attributes) => onChange({ ...addition, attributes })}
      />
      <Field label={t.shape.collectCount}>
        {(id) => (
          <NumberInput
            id={id}
            whole
            min={1}
            max={100}
            value={addition.count}
            onChange={(count) => onChange({ ...addition, count }, 'count')}
          />
        )}
      </Field>
      <OrderField
        label={t.shape.collectOrder}
        entity={there}
        least={1}
        order={addition.order}
        onChange={(order) => onChange({ ...addition, order })}
      />
      {there && (
        <OptionalRule
          label={t.rules.addWhere}
          step="where"
          rule={addition.where}
          entity={there}
          editor={RuleEditor}
          onChange={(where) => onChange({ ...addition, where })}
        />
      )}
      <span className="field-hint">{t.shape.makes(columns[0] ?? '', columns.at(-1) ?? '', addition.as)}</span>
    </>
  );
}
