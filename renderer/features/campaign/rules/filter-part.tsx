import { Pencil, Ungroup } from 'lucide-react';
import { useState } from 'react';
import type { Filter } from '../../../../core/model/filter';
import type { Rule } from '../../../../core/model/rule';
import type { Argument } from '../../../../core/model/value';
import { useLibrary } from '../../../state/library';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { FilterDialog } from '../filters/filter-dialog';
import { useSpeaker } from '../speaker';
import { ArgumentField } from '../variables/argument-field';
import { withValues } from '../variables/references';
import { PartFrame } from './part-frame';
import type { PartProps } from './part-props';
import { ruleWords } from './rule-words';

/** A saved filter, with the values it asks for. */
export function FilterPart({ rule, entity, onChange, onRemove, editor }: PartProps<'filter'>) {
  const t = useText();
  const filters = useLibrary((state) => state.filters) ?? [];
  const own = filters.filter((f) => f.entity === entity);
  const filter = own.find((f) => f.id === rule.filter);
  const set = (name: string, value: Argument | undefined) => {
    const { [name]: _was, ...others } = rule.arguments;
    onChange({ ...rule, arguments: value === undefined ? others : { ...others, [name]: value } });
  };
  const head = (
    <Select
      label={t.parts.filter}
      value={filter?.id}
      placeholder={own.length > 0 ? t.parts.filterPick : t.parts.noFilters}
      options={own.map((f) => ({ value: f.id, label: f.name }))}
      onChange={(id) => onChange({ kind: 'filter', filter: id, arguments: {} })}
    />
  );
  return (
    <PartFrame onRemove={onRemove} head={head}>
      {filter?.parameters.map((parameter) => (
        <ArgumentField
          key={parameter.name}
          parameter={parameter}
          value={rule.arguments[parameter.name]}
          onChange={(value) => set(parameter.name, value)}
        />
      ))}
      {filter && <Meaning filter={filter} given={rule.arguments} editor={editor} onUnfold={onChange} />}
    </PartFrame>
  );
}

function Meaning({
  filter,
  given,
  editor,
  onUnfold,
}: {
  filter: Filter;
  given: Record<string, Argument>;
  editor: PartProps<'filter'>['editor'];
  onUnfold: (rule: Rule) => void;
}) {
  const t = useText();
  const speaker = useSpeaker();
  const [editing, setEditing] = useState(false);
  const values = Object.fromEntries(filter.parameters.map((p) => [p.name, given[p.name] ?? p.value]));
  const meant = withValues(filter.rule, values);
  return (
    <>
      <p className="field-hint">
        {t.parts.filterMeans} {ruleWords(meant ?? filter.rule, speaker, true)}
      </p>
      <div className="row wrap">
        <Button label={t.parts.editFilter} icon={Pencil} size="small" onClick={() => setEditing(true)} />
        <Button label={t.parts.unfold} icon={Ungroup} size="small" disabled={!meant} onClick={() => meant && onUnfold(meant)} />
      </div>
      {editing && <FilterDialog filter={filter} editor={editor} onClose={() => setEditing(false)} />}
    </>
  );
}
