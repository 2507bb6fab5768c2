import { type Moment, periodUnits } from '../../../../core/model/rule';
import { useText } from '../../../text/use-text';
import { NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { ValueInput } from './value-input';
import { firstLiteral, isReference } from './variable-types';

/** A calendar day, or the day of the run moved by some periods. */
export function MomentEditor({ moment, onChange }: { moment: Moment; onChange: (moment: Moment) => void }) {
  const t = useText();
  const kinds = (['as-of', 'day'] as const).map((value) => ({ value, label: t.rules.momentKinds[value] }));
  const units = periodUnits.map((unit) => ({ value: unit, label: t.rules.units[unit] }));
  const turn = (kind: Moment['kind']) =>
    onChange(kind === 'day' ? { kind, day: String(firstLiteral('date')) } : { kind, offset: 0, unit: 'day' });
  return (
    <div className="column tight">
      <Select label={t.rules.moment} value={moment.kind} options={kinds} onChange={turn} />
      {moment.kind === 'day' ? (
        <ValueInput
          label={t.rules.momentKinds.day}
          type="date"
          value={moment.day}
          onChange={(day) => day !== '' && onChange({ ...moment, day: isReference(day) ? day : String(day) })}
        />
      ) : (
        <div className="row">
          <NumberInput
            label={t.rules.offset}
            title={t.rules.offset}
            whole
            value={moment.offset}
            onChange={(offset) => onChange({ ...moment, offset })}
          />
          <Select label={t.rules.unit} value={moment.unit} options={units} onChange={(unit) => onChange({ ...moment, unit })} />
        </div>
      )}
    </div>
  );
}
