import type { Rule } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { walk } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Select } from '../../../ui/select';
import { At } from '../problems-here';
import { PathSelect } from './attribute-select';
import { PartFrame } from './part-frame';
import type { PartProps } from './part-props';
import { asksNothing } from './rule-words';

/** The same rows, asked for how many they are. */
function counted({ path, where }: PartProps<'related'>['rule']): Rule {
  const among = asksNothing(where) ? {} : { where };
  return { kind: 'aggregate', function: 'count', path, test: { op: 'at-least', value: 2 }, ...among };
}

/** Everything inside the frame is asked of one and the same related row. */
export function RelatedPart({ rule, entity, onChange, onRemove, editor: Inner }: PartProps<'related'>) {
  const t = useText();
  const model = useData((state) => state.model);
  const there = walk(model, entity, rule.path)?.entity;
  const quantifiers = (['some', 'none', 'every', 'number'] as const).map((value) => ({ value, label: t.rules.quantifiers[value] }));
  const head = (
    <Select
      label={t.rules.quantifier}
      value={rule.quantifier}
      options={quantifiers}
      onChange={(quantifier) => onChange(quantifier === 'number' ? counted(rule) : { ...rule, quantifier })}
    />
  );
  return (
    <PartFrame framed onRemove={onRemove} head={head}>
      <PathSelect entity={entity} value={rule.path} onChange={(path) => onChange({ ...rule, path, where: { kind: 'all', rules: [] } })} />
      <span className="field-hint">{rule.quantifier === 'every' ? t.rules.everyHint : t.rules.relatedWhere}</span>
      {there && (
        <At steps={['where']}>
          <Inner rule={rule.where} entity={there} onChange={(where) => onChange({ ...rule, where })} />
        </At>
      )}
    </PartFrame>
  );
}
