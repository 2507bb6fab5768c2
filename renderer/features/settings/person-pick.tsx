import type { ProfileSettings } from '../../../core/model/workspace';
import { useData } from '../../state/data';
import { entityNamed } from '../../state/reach';
import { useText } from '../../text/use-text';
import { Field } from '../../ui/field';
import { Select } from '../../ui/select';
import { AttributePick } from './attribute-picks';
import { boundBy, boundIn } from './bound';

interface Props {
  profile: ProfileSettings;
  entity: string;
  value: readonly string[];
  onChange: (attributes: string[]) => void;
}

/** How a row of another entity names a person: by an attribute that an identity binds, or by the profile's key. */
export function PersonPick({ profile, entity, value, onChange }: Props) {
  const t = useText();
  const key =
    entityNamed(
      useData((state) => state.model),
      profile.entity,
    )?.key ?? [];
  const bound = boundIn(profile, entity);
  const by = boundBy(profile, entity, value);
  // A name cannot hold a control character, so this one is nobody's.
  const byKey = '\u0001';
  const options = [
    ...bound.map((b) => ({ value: b.attribute, label: t.settings.boundBy(b.attribute, b.namespace) })),
    { value: byKey, label: t.settings.byKey(key.join(', ')) },
  ];
  return (
    <>
      {bound.length > 0 && (
        <Field label={t.settings.namesPerson}>
          {(id) => (
            <Select
              id={id}
              value={by?.attribute ?? byKey}
              options={options}
              onChange={(next) => onChange(next === byKey ? key.map(() => '') : [next])}
            />
          )}
        </Field>
      )}
      {!by &&
        key.map((name, i) => (
          <AttributePick
            key={name}
            label={t.settings.equalTo(`${profile.entity}.${name}`)}
            entity={entity}
            value={value[i]}
            onChange={(next) => onChange(key.map((_, j) => (j === i ? next : (value[j] ?? ''))))}
          />
        ))}
    </>
  );
}
