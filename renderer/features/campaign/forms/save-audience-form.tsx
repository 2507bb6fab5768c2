import { useLibrary } from '../../../state/library';
import { useText } from '../../../text/use-text';
import { Field, Input } from '../../../ui/field';
import { Select } from '../../../ui/select';
import type { FormProps } from './form-props';

const letters = /^[a-z0-9][a-z0-9-]{0,63}$/;

export function SaveAudienceForm({ activity, onChange }: FormProps<'save-audience'>) {
  const t = useText();
  const audiences = useLibrary((state) => state.audiences) ?? [];
  const modes = (['create', 'overwrite'] as const).map((value) => ({ value, label: t.forms.saveModes[value] }));
  const take = (text: string) => {
    const audience = text.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
    if (letters.test(audience)) onChange({ ...activity, audience }, 'audience');
  };
  return (
    <>
      <Field label={t.forms.saveAs} hint={audiences.find((a) => a.id === activity.audience)?.name}>
        {(id) => <Input id={id} value={activity.audience} onChange={take} />}
      </Field>
      <Field label={t.forms.saveMode}>
        {(id) => <Select id={id} value={activity.mode} options={modes} onChange={(mode) => onChange({ ...activity, mode })} />}
      </Field>
    </>
  );
}
