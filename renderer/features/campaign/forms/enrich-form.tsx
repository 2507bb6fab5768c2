import { Plus, Sigma, Trash2 } from 'lucide-react';
import type { Addition } from '../../../../core/model/activity';
import { aggregateFunctions } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { entityNamed, pathsFrom, walk } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Field, Input } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { AttributeSelect, PathSelect } from '../rules/attribute-select';
import { RuleEditor } from '../rules/rule-editor';
import type { FormProps } from './form-props';

export function EnrichForm({ activity, dimension, onChange }: FormProps<'enrich'>) {
  const t = useText();
  const model = useData((state) => state.model);
  const attribute = entityNamed(model, dimension)?.attributes[0]?.name;
  const path = dimension === undefined ? undefined : pathsFrom(model, dimension, 1, false)[0]?.path;
  const set = (additions: Addition[], squash?: string) => additions.length > 0 && onChange({ ...activity, additions }, squash);
  const fresh = (base: string) => {
    const taken = activity.additions.map((a) => a.as);
    let name = base;
    for (let n = 2; taken.includes(name); n++) name = `${base}_${n}`;
    return name;
  };
  return (
    <div className="column" role="group" aria-label={t.forms.additions}>
      {activity.additions.map((addition, i) => (
        <div className="rule-part" key={i}>
          <div className="row">
            <strong className="grow">{addition.kind === 'attribute' ? t.forms.addAttribute : t.forms.addAggregate}</strong>
            <Button
              label={t.common.remove}
              icon={Trash2}
              iconOnly
              size="small"
              disabled={activity.additions.length === 1}
              onClick={() => set(activity.additions.filter((_, j) => j !== i))}
            />
          </div>
          {dimension && (
            <AdditionFields
              addition={addition}
              dimension={dimension}
              onChange={(next) => set(activity.additions.map((a, j) => (j === i ? next : a)))}
            />
          )}
          <Field label={t.forms.as}>
            {(id) => (
              <Input
                id={id}
                value={addition.as}
                onChange={(as) =>
                  as &&
                  set(
                    activity.additions.map((a, j) => (j === i ? { ...a, as } : a)),
                    `as/${i}`,
                  )
                }
              />
            )}
          </Field>
        </div>
      ))}
      <div className="row">
        <Button
          label={t.forms.addAttribute}
          icon={Plus}
          size="small"
          disabled={!attribute}
          onClick={() => attribute && set([...activity.additions, { kind: 'attribute', attribute, as: fresh(`${attribute}_2`) }])}
        />
        <Button
          label={t.forms.addAggregate}
          icon={Sigma}
          size="small"
          disabled={!path}
          onClick={() =>
            path && set([...activity.additions, { kind: 'aggregate', path, function: 'count', as: fresh(`${path.join('_')}_count`) }])
          }
        />
      </div>
    </div>
  );
}

function AdditionFields({
  addition,
  dimension,
  onChange,
}: {
  addition: Addition;
  dimension: string;
  onChange: (addition: Addition) => void;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  if (addition.kind === 'attribute') {
    const { path, attribute } = addition;
    return (
      <AttributeSelect
        entity={dimension}
        value={{ attribute, ...(path ? { path } : {}) }}
        onChange={(reached) => onChange({ kind: 'attribute', ...reached, as: addition.as })}
      />
    );
  }
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
      {addition.where && there ? (
        <RuleEditor rule={addition.where} entity={there} onChange={(where) => onChange({ ...addition, where })} />
      ) : (
        <div>
          <Button
            label={t.rules.addWhere}
            icon={Plus}
            size="small"
            onClick={() => onChange({ ...addition, where: { kind: 'all', rules: [] } })}
          />
        </div>
      )}
    </>
  );
}
