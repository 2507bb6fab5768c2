import type { ActivityOf } from '../../../../core/model/activity';
import { asId } from '../../../state/fresh-id';
import { useLibrary } from '../../../state/library';
import { useText } from '../../../text/use-text';
import { Field, Input } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { ColumnsField } from './columns-field';
import type { FormProps } from './form-props';

const modes = ['overwrite', 'create', 'append', 'remove'] as const;

export function SaveAudienceForm({ activity, dimension, added, onChange }: FormProps<'save-audience'>) {
  const t = useText();
  const { mode } = activity;
  const saved = (useLibrary((state) => state.audiences) ?? []).filter((a) => a.definition.kind === 'snapshot');
  const same = saved.filter((a) => dimension === undefined || a.dimension === dimension);
  const existing = saved.find((a) => a.id === activity.audience);
  const options = modes.map((value) => ({ value, label: t.shape.saveModes[value] }));
  const turn = (next: ActivityOf<'save-audience'>['mode']) => onChange({ ...activity, mode: next });
  const pick = (mode === 'append' || mode === 'remove') && same.length > 0;
  return (
    <>
      <Field label={t.forms.saveMode} hint={t.shape.saveHints[mode]}>
        {(id) => <Select id={id} value={mode} options={options} onChange={turn} />}
      </Field>
      <Field label={pick ? t.forms.audience : t.forms.saveAs} hint={!pick && existing ? t.shape.savedAs(existing.name) : undefined}>
        {(id) =>
          pick ? (
            <Select
              id={id}
              value={existing?.id}
              placeholder={t.forms.audiencePick}
              options={same.map((a) => ({ value: a.id, label: a.name }))}
              onChange={(audience) => onChange({ ...activity, audience })}
            />
          ) : (
            <Input
              id={id}
              value={activity.audience}
              suggestions={same.map((a) => a.id)}
              onChange={(text) => onChange({ ...activity, audience: typedId(text) }, 'audience')}
            />
          )
        }
      </Field>
      {mode !== 'remove' && (added.length > 0 || activity.columns) && (
        <ColumnsField
          label={t.shape.saveColumns}
          hint={t.shape.saveColumnsHint}
          entity={undefined}
          added={added}
          value={activity.columns ?? []}
          onChange={(columns) => onChange({ ...activity, columns: columns.length > 0 ? columns : undefined })}
        />
      )}
    </>
  );
}

/** What is typed, as an id; a hyphen at its end may be on its way to more. */
function typedId(text: string): string {
  const id = asId(text, 'audience');
  return /[^\p{L}\d]$/u.test(text) && text.length > 1 ? `${id}-` : id;
}
