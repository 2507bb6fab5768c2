import { Plus, Trash2 } from 'lucide-react';
import { type Channel, channels } from '../../../core/model/message';
import type { SuppressionList } from '../../../core/model/workspace';
import { useData } from '../../state/data';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Switch } from '../../ui/choice';
import { Field, Input } from '../../ui/field';
import { plainOptions, Select } from '../../ui/select';
import { AttributePick } from './attribute-picks';

/** Lists of those who must not be contacted. */
export function SuppressionForm({ lists, onChange }: { lists: readonly SuppressionList[]; onChange: (lists: SuppressionList[]) => void }) {
  const t = useText();
  const first = useData((state) => state.model.entities[0]?.name);
  const set = (i: number, list: SuppressionList) => onChange(lists.map((was, j) => (j === i ? list : was)));
  const add = () => onChange([...lists, { name: '', entity: '', attribute: '', matches: 'email', channels: ['email'] }]);
  return (
    <>
      {lists.map((list, i) => (
        <OneList key={i} list={list} onChange={(next) => set(i, next)} onRemove={() => onChange(lists.filter((_, j) => j !== i))} />
      ))}
      <div>
        <Button label={t.settings.addList} icon={Plus} size="small" disabled={first === undefined} onClick={add} />
      </div>
    </>
  );
}

function OneList({ list, onChange, onRemove }: { list: SuppressionList; onChange: (list: SuppressionList) => void; onRemove: () => void }) {
  const t = useText();
  const entities = useData((state) => state.model.entities);
  const set = (part: Partial<SuppressionList>) => onChange({ ...list, ...part });
  const matches = (['email', 'phone', 'profile'] as const).map((value) => ({ value, label: t.settings.matches[value] }));
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
              onChange={(entity) => set({ entity, attribute: '' })}
            />
          )}
        </Field>
        <AttributePick
          label={t.settings.listAttribute}
          entity={list.entity}
          value={list.attribute}
          onChange={(attribute) => set({ attribute })}
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
    </div>
  );
}
