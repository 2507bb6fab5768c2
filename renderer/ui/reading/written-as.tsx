import type { ColumnMapping } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { Input, NumberInput } from '../field';

/** As strptime takes them; the first ones are those that are proposed. */
const days = ['%d/%m/%Y', '%m/%d/%Y', '%Y/%m/%d', '%d.%m.%Y', '%d-%m-%Y', '%m-%d-%Y', '%Y%m%d', '%d/%m/%y', '%m/%d/%y', '%d %b %Y'];
const times = ['%H:%M', '%H:%M:%S'];
const formats = {
  date: days,
  timestamp: [...days.slice(0, 6).flatMap((day) => times.map((time) => `${day} ${time}`)), '%m/%d/%Y %I:%M %p'],
};

interface Props {
  column: ColumnMapping;
  onChange: (part: Partial<ColumnMapping>) => void;
}

/** How values of a type are written in the file. */
export function WrittenAs({ column, onChange }: Props) {
  const t = useText();
  const { type, source } = column;
  return (
    <div className="reading-written">
      {(type === 'date' || type === 'timestamp') && (
        <Input
          label={`${t.import.dateFormat} ${source}`}
          placeholder={t.import.isoFormats[type]}
          suggestions={formats[type]}
          value={column.dateFormat ?? ''}
          onChange={(dateFormat) => onChange({ dateFormat: dateFormat || undefined })}
        />
      )}
      {type === 'decimal' && (
        <NumberInput
          label={`${t.data.types.decimal} ${source}`}
          whole
          min={0}
          max={18}
          value={column.scale ?? 0}
          onChange={(scale) => onChange({ scale })}
        />
      )}
      {(type === 'decimal' || type === 'number') && (
        <label className="row">
          <input
            type="checkbox"
            checked={column.decimalComma === true}
            onChange={(event) => onChange({ decimalComma: event.target.checked || undefined })}
          />
          {t.import.decimalComma}
        </label>
      )}
    </div>
  );
}
