import type { Activity } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { useText } from '../../../text/use-text';
import { Field } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { arrivals } from '../population';
import { inputLabel } from '../sentence';
import { useSpeaker } from '../speaker';

/** One of the inputs that are connected, by the name of what arrives on it. */
export function InputSelect({
  label,
  hint,
  activity,
  campaign,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  activity: Activity;
  campaign: Campaign;
  value: number;
  onChange: (input: number) => void;
}) {
  const t = useText();
  const speaker = useSpeaker();
  const inputs = arrivals(campaign, activity.id);
  const options = inputs.map(({ input }) => ({
    value: String(input),
    label: t.shape.numbered(input + 1, inputLabel(activity, input, speaker) ?? t.shape.input(input + 1)),
  }));
  return (
    <Field label={label} hint={inputs.length === 0 ? t.shape.nothingArrives : hint}>
      {(id) => (
        <Select
          id={id}
          value={String(value)}
          placeholder={t.shape.input(value + 1)}
          options={options.length > 0 ? options : [{ value: String(value), label: t.shape.input(value + 1) }]}
          disabled={inputs.length === 0}
          onChange={(next) => onChange(Number(next))}
        />
      )}
    </Field>
  );
}
