import { useSession } from '../../../state/session';
import { instantAt, wallTime } from '../../../state/wall-time';
import { useText } from '../../../text/use-text';
import { DateInput } from '../../../ui/date-input';
import { Field } from '../../../ui/field';

/** A moment, as the clock of the workspace's time zone shows it. */
export function InstantField({ label, instant, onChange }: { label: string; instant: string; onChange: (instant: string) => void }) {
  const t = useText();
  const zone = useSession((state) => state.settings?.zone) ?? 'UTC';
  return (
    <Field label={label} hint={t.steer.untilHint(zone)}>
      {() => (
        <DateInput
          withTime
          label={label}
          value={wallTime(instant, zone)}
          onChange={(text) => {
            const next = instantAt(text, zone);
            if (next !== undefined) onChange(next);
          }}
        />
      )}
    </Field>
  );
}
