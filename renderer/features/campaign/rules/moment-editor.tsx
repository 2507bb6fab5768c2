import { type Moment, periodUnits } from '../../../../core/model/rule';
import { useText } from '../../../text/use-text';
import { NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { ValueInput } from './value-input';
import { firstLiteral, isReference } from './variable-types';

const kinds = ['run', 'earlier', 'later', 'day'] as const;
type Kind = (typeof kinds)[number];

function kindOf(moment: Moment): Kind {
  if (moment.kind === 'day') return 'day';
  return moment.offset === 0 ? 'run' : moment.offset < 0 ? 'earlier' : 'later';
}

/** A calendar day, or the day of the run moved by some periods. */
export function MomentEditor({ moment, onChange }: { moment: Moment; onChange: (moment: Moment) => void }) {
  const t = useText();
  const options = kinds.map((value) => ({ value, label: t.rules.momentKinds[value] }));
  const units = periodUnits.map((unit) => ({ value: unit, label: t.rules.units[unit] }));
  const kind = kindOf(moment);
  const turn = (next: Kind) => {
    if (next === 'day') return onChange({ kind: next, day: String(firstLiteral('date')) });
    const { offset, unit } = moment.kind === 'as-of' && moment.offset !== 0 ? moment : { offset: 30, unit: 'day' as const };
    onChange({ kind: 'as-of', offset: next === 'run' ? 0 : next === 'earlier' ? -Math.abs(offset) : Math.abs(offset), unit });
  };
  return (
    <div className="column tight">
      <Select label={t.rules.moment} value={kind} options={options} onChange={turn} />
      {moment.kind === 'day' ? (
        <ValueInput
          label={t.rules.momentKinds.day}
          type="date"
          value={moment.day}
          onChange={(day) => day !== '' && onChange({ ...moment, day: isReference(day) ? day : String(day) })}
        />
      ) : (
        kind !== 'run' && (
          <div className="pair">
            <NumberInput
              label={t.rules.count}
              whole
              min={1}
              value={Math.abs(moment.offset)}
              onChange={(count) => onChange({ ...moment, offset: kind === 'earlier' ? -count : count })}
            />
            <Select label={t.rules.unit} value={moment.unit} options={units} onChange={(unit) => onChange({ ...moment, unit })} />
          </div>
        )
      )}
    </div>
  );
}
