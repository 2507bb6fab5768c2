import { Trash2 } from 'lucide-react';
import { identityKinds } from '../../../core/model/entity';
import type { IdentitySettings, ProfileSettings } from '../../../core/model/workspace';
import { useData } from '../../state/data';
import { useText } from '../../text/use-text';
import { AddButton, Button } from '../../ui/button';
import { Field, Input } from '../../ui/field';
import { plainOptions, Select } from '../../ui/select';
import { AttributePick } from './attribute-picks';
import { IdentityCounts } from './identity-counts';

interface Props {
  profile: ProfileSettings;
  onChange: (identities: IdentitySettings[]) => void;
}

/** Names that people have beside the key of their row, and the attributes of other entities that hold them. */
export function IdentitiesForm({ profile, onChange }: Props) {
  const t = useText();
  const { identities = [], entity } = profile;
  const add = () => onChange([...identities, { namespace: '', kind: 'email', attribute: profile.email ?? '', bindings: [] }]);
  return (
    <>
      {identities.map((identity, i) => (
        <OneIdentity
          key={i}
          identity={identity}
          profileEntity={entity}
          onChange={(next) => onChange(identities.map((was, j) => (j === i ? next : was)))}
          onRemove={() => onChange(identities.filter((_, j) => j !== i))}
        />
      ))}
      <AddButton label={t.settings.addIdentity} onClick={add} />
    </>
  );
}

function OneIdentity({
  identity,
  profileEntity,
  onChange,
  onRemove,
}: {
  identity: IdentitySettings;
  profileEntity: string;
  onChange: (identity: IdentitySettings) => void;
  onRemove: () => void;
}) {
  const t = useText();
  const { namespace, kind, attribute } = identity;
  const set = (part: Partial<IdentitySettings>) => onChange({ ...identity, ...part });
  const kinds = identityKinds.map((value) => ({ value, label: t.data.identityKinds[value] }));
  return (
    <div className="settings-part column" role="group" aria-label={namespace || t.settings.identity}>
      <div className="row bottom">
        <Field label={t.settings.namespace}>
          {(id) => <Input id={id} value={namespace} maxLength={120} onChange={(next) => set({ namespace: next })} />}
        </Field>
        <Field label={t.settings.compared}>
          {(id) => <Select id={id} value={kind} options={kinds} onChange={(next) => set({ kind: next })} />}
        </Field>
        <Button label={t.settings.removeIdentity(namespace)} icon={Trash2} iconOnly onClick={onRemove} />
      </div>
      <AttributePick
        label={t.settings.identityOf(profileEntity)}
        {...(kind === 'phone' ? { hint: t.settings.phoneHint } : {})}
        entity={profileEntity}
        value={attribute}
        onChange={(next) => set({ attribute: next })}
      />
      <Bindings identity={identity} profileEntity={profileEntity} onChange={(bindings) => set({ bindings })} />
      <IdentityCounts identity={identity} />
    </div>
  );
}

/** Where else the same names stand. */
function Bindings({
  identity: { bindings },
  profileEntity,
  onChange,
}: {
  identity: IdentitySettings;
  profileEntity: string;
  onChange: (bindings: IdentitySettings['bindings']) => void;
}) {
  const t = useText();
  const entities = useData((state) => state.model.entities);
  const others = entities.map((e) => e.name).filter((name) => name !== profileEntity);
  const set = (i: number, next: IdentitySettings['bindings'][number]) => onChange(bindings.map((was, j) => (j === i ? next : was)));
  return (
    <>
      {bindings.map(({ entity, attribute }, i) => (
        <div className="row bottom" key={i}>
          <Field label={t.settings.boundEntity}>
            {(id) => (
              <Select
                id={id}
                value={entity || undefined}
                placeholder={t.common.choose}
                options={plainOptions(others)}
                onChange={(next) => set(i, { entity: next, attribute: '' })}
              />
            )}
          </Field>
          <AttributePick
            label={t.settings.boundAttribute}
            entity={entity}
            value={attribute}
            onChange={(next) => set(i, { entity, attribute: next })}
          />
          <Button
            label={t.settings.removeBinding(entity)}
            icon={Trash2}
            iconOnly
            onClick={() => onChange(bindings.filter((_, j) => j !== i))}
          />
        </div>
      ))}
      <AddButton
        label={t.settings.addBinding}
        disabled={others.length === 0}
        onClick={() => onChange([...bindings, { entity: '', attribute: '' }])}
      />
    </>
  );
}
