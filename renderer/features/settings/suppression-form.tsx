import { Trash2 } from 'lucide-react';
import type { DataModel } from '../../../core/model/entity';
import { type Channel, channels } from '../../../core/model/message';
import type { ProfileSettings, SuppressionList } from '../../../core/model/workspace';
import { useData } from '../../state/data';
import { entityNamed } from '../../state/reach';
import { useText } from '../../text/use-text';
import { AddButton, Button } from '../../ui/button';
import { Switch } from '../../ui/choice';
import { Field, Input } from '../../ui/field';
import { plainOptions, Select } from '../../ui/select';
import { AttributePick, OptionalPick } from './attribute-picks';
import { boundBy, likelyPerson } from './bound';
import { TableCounts } from './table-counts';

/** Lists of those who must not be contacted. */
export function SuppressionForm({ profile, onChange }: { profile: ProfileSettings; onChange: (lists: SuppressionList[]) => void }) {
  const lists = profile.suppression;
  const t = useText();
  const first = useData((state) => state.model.entities[0]?.name);
  const set = (i: number, list: SuppressionList) => onChange(lists.map((was, j) => (j === i ? list : was)));
  const add = () => onChange([...lists, { name: '', entity: '', attribute: '', matches: 'email', channels: ['email'] }]);
  return (
    <>
      {lists.map((list, i) => (
        <OneList
          key={i}
          profile={profile}
          list={list}
          onChange={(next) => set(i, next)}
          onRemove={() => onChange(lists.filter((_, j) => j !== i))}
        />
      ))}
      <AddButton label={t.settings.addList} disabled={first === undefined} onClick={add} />
    </>
  );
}

const usual = {
  email: ['email', 'e_mail', 'mail', 'email_address', 'address'],
  phone: ['phone', 'mobile', 'tel', 'telephone', 'phone_number', 'number'],
};

/** A list that reads another entity: called like it where it has no name yet, by an attribute that is likely to hold what it holds. */
function startList(
  { name, matches }: SuppressionList,
  profile: ProfileSettings,
  model: DataModel,
  entity: string,
): Partial<SuppressionList> {
  const names = entityNamed(model, entity)?.attributes.map((a) => a.name) ?? [];
  const [person] = likelyPerson(profile, entityNamed(model, profile.entity)?.key ?? [], entity, names);
  const attribute = matches === 'profile' ? person : names.find((a) => usual[matches].includes(a.toLowerCase()));
  return { name: name || entity, entity, attribute: attribute ?? '', at: undefined };
}

interface OneProps {
  profile: ProfileSettings;
  list: SuppressionList;
  onChange: (list: SuppressionList) => void;
  onRemove: () => void;
}

function OneList({ profile, list, onChange, onRemove }: OneProps) {
  const t = useText();
  const model = useData((state) => state.model);
  const { entities } = model;
  const set = (part: Partial<SuppressionList>) => onChange({ ...list, ...part });
  const by = boundBy(profile, list.entity, [list.attribute]);
  const matches = [
    { value: 'email' as const, label: t.settings.matches.email },
    { value: 'phone' as const, label: t.settings.matches.phone },
    { value: 'profile' as const, label: by ? t.settings.matchesBy(by.namespace) : t.settings.matches.profile },
  ];
  const turn = (channel: Channel, on: boolean) =>
    set({ channels: channels.filter((c) => (c === channel ? on : list.channels.includes(c))) });
  return (
    <div className="settings-part column" role="group" aria-label={list.name || t.settings.addList}>
      <div className="row bottom">
        <Field label={t.common.name}>
          {(id) => <Input id={id} value={list.name} maxLength={120} onChange={(name) => set({ name })} />}
        </Field>
        <Field label={t.settings.matchesLabel}>
          {(id) => <Select id={id} value={list.matches} options={matches} onChange={(next) => set({ matches: next })} />}
        </Field>
        <Button label={t.settings.removeList(list.name)} icon={Trash2} iconOnly onClick={onRemove} />
      </div>
      <div className="row top">
        <Field label={t.settings.listEntity}>
          {(id) => (
            <Select
              id={id}
              value={list.entity || undefined}
              placeholder={t.common.choose}
              options={plainOptions(entities.map((e) => e.name))}
              onChange={(entity) => set(startList(list, profile, model, entity))}
            />
          )}
        </Field>
        <AttributePick
          label={t.settings.listAttribute}
          entity={list.entity}
          value={list.attribute}
          onChange={(attribute) => set({ attribute })}
        />
        <OptionalPick
          label={t.settings.listAt}
          hint={t.settings.listAtHint}
          entity={list.entity}
          value={list.at}
          onChange={(at) => set({ at })}
        />
      </div>
      <div className="row wrap">
        {channels.map((channel) => (
          <Switch
            key={channel}
            label={t.delivery.channels[channel] ?? channel}
            checked={list.channels.includes(channel)}
            onChange={(on) => turn(channel, on)}
          />
        ))}
      </div>
      <TableCounts kind="suppression" table={list} list={list.name} />
    </div>
  );
}
