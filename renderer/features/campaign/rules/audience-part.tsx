import { useData } from '../../../state/data';
import { useLibrary } from '../../../state/library';
import { pathsFrom } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Select } from '../../../ui/select';
import { PathSelect } from './attribute-select';
import { PartFrame } from './part-frame';
import type { PartProps } from './part-props';

/** Whether a row, or one it reaches, is in a saved audience. */
export function AudiencePart({ rule, entity, onChange, onRemove }: PartProps<'audience'>) {
  const t = useText();
  const model = useData((state) => state.model);
  const audiences = useLibrary((state) => state.audiences) ?? [];
  const audience = audiences.find((a) => a.id === rule.audience);
  const members = (['in', 'out'] as const).map((value) => ({ value, label: t.parts.members[value] }));
  const take = (id: string) => {
    const there = audiences.find((a) => a.id === id)?.dimension;
    const path = there === entity ? undefined : pathsFrom(model, entity, 3, false).find((p) => p.entity === there)?.path;
    onChange({ ...rule, audience: id, path });
  };
  const head = (
    <Select
      label={t.parts.membership}
      value={rule.member ? 'in' : 'out'}
      options={members}
      onChange={(value) => onChange({ ...rule, member: value === 'in' })}
    />
  );
  return (
    <PartFrame onRemove={onRemove} head={head}>
      <Select
        label={t.parts.audience}
        value={audience?.id}
        placeholder={audiences.length > 0 ? t.forms.audiencePick : t.parts.noAudiences}
        options={audiences.map((a) => ({ value: a.id, label: a.name, hint: a.dimension }))}
        onChange={take}
      />
      {audience && audience.dimension !== entity && (
        <div className="row">
          <span className="muted nowrap">{t.parts.audiencePath}</span>
          <PathSelect
            label={t.parts.audiencePath}
            entity={entity}
            to={audience.dimension}
            value={rule.path ?? []}
            onChange={(path) => onChange({ ...rule, path })}
          />
        </div>
      )}
    </PartFrame>
  );
}
