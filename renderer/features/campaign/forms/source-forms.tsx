import { useData } from '../../../state/data';
import { useLibrary } from '../../../state/library';
import { pathsFrom } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Field, TextArea } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { AttributeRows } from './attribute-rows';
import type { FormProps } from './form-props';
import { EntityField } from './inputs';
import { RuleField } from './rule-field';

export function BuildAudienceForm({ activity, dimension, onChange }: FormProps<'build-audience'>) {
  const entity = dimension ?? activity.dimension;
  return (
    <RuleField
      entity={activity.dimension}
      arriving={dimension}
      rule={activity.rule}
      onEntity={(next) => onChange({ ...activity, dimension: next, rule: { kind: 'all', rules: [] } })}
      onChange={(rule) => onChange({ ...activity, dimension: entity, rule }, 'rule')}
    />
  );
}

export function ReadAudienceForm({ activity, onChange }: FormProps<'read-audience'>) {
  const t = useText();
  const audiences = useLibrary((state) => state.audiences) ?? [];
  const model = useData((state) => state.model);
  const audience = audiences.find((a) => a.id === activity.audience);
  const paths = audience ? pathsFrom(model, audience.dimension, 3, false) : [];
  const options = [
    { value: '-', label: t.forms.directly },
    ...paths.map((p) => ({ value: p.path.join('.'), label: p.path.join(' → '), hint: p.entity })),
  ];
  return (
    <>
      <Field label={t.forms.audience}>
        {(id) => (
          <Select
            id={id}
            value={audience?.id}
            placeholder={t.forms.audiencePick}
            options={audiences.map((a) => ({ value: a.id, label: a.name, hint: a.dimension }))}
            onChange={(next) => onChange({ ...activity, audience: next, path: undefined, attributes: undefined })}
          />
        )}
      </Field>
      {audience && (
        <>
          <AttributeRows
            label={t.gather.attributes}
            hint={t.gather.attributesHint}
            entity={audience.dimension}
            value={activity.attributes ?? []}
            onChange={(attributes, squash) => onChange({ ...activity, attributes: attributes.length > 0 ? attributes : undefined }, squash)}
          />
          <Field label={t.forms.pathToOurs}>
            {(id) => (
              <Select
                id={id}
                value={activity.path?.join('.') || '-'}
                options={options}
                onChange={(next) => onChange({ ...activity, path: paths.find((p) => p.path.join('.') === next)?.path })}
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}

export function SqlForm({ activity, onChange }: FormProps<'sql'>) {
  const t = useText();
  return (
    <>
      <EntityField label={t.forms.dimension} value={activity.dimension} onChange={(dimension) => onChange({ ...activity, dimension })} />
      <Field label={t.forms.sql} hint={t.forms.sqlHint}>
        {(id) => <TextArea id={id} mono rows={14} value={activity.sql} onChange={(sql) => sql && onChange({ ...activity, sql }, 'sql')} />}
      </Field>
    </>
  );
}
