import type { DataType } from '../../../../core/model/entity';
import type { Literal } from '../../../../core/model/value';
import { useText } from '../../../text/use-text';
import { DateInput } from '../../../ui/date-input';
import { Input, NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { minuteOf, writtenMinute } from './moments';

/** Decimals and dates stay text, so that no digit is lost. */
export function toLiteral(text: string, type: DataType): Literal {
  const number = Number(text);
  const numeric = (type === 'integer' || type === 'number') && text.trim() !== '' && Number.isFinite(number);
  return numeric && (type === 'number' || Number.isSafeInteger(number)) ? number : text;
}

/** One written value of a type. */
export function LiteralInput({
  label,
  value,
  type,
  min,
  isEnd = false,
  onChange,
}: {
  label: string;
  value: Literal;
  type: DataType;
  min?: number | undefined;
  /** It ends a span that it belongs to. */
  isEnd?: boolean | undefined;
  onChange: (value: Literal) => void;
}) {
  const t = useText();
  switch (type) {
    case 'date':
      return <DateInput label={label} value={String(value)} onChange={onChange} />;
    case 'integer':
    case 'number':
      return (
        <NumberInput
          label={label}
          min={min}
          whole={type === 'integer'}
          step={type === 'integer' ? 1 : 'any'}
          value={Number(value)}
          onChange={onChange}
        />
      );
    case 'boolean': {
      const options = [
        { value: 'true', label: t.common.yes },
        { value: 'false', label: t.common.no },
      ] as const;
      return <Select label={label} value={value === true ? 'true' : 'false'} options={options} onChange={(v) => onChange(v === 'true')} />;
    }
    case 'decimal':
      return <Input label={label} inputMode="decimal" value={String(value)} onChange={onChange} />;
    case 'timestamp': {
      const minute = minuteOf(String(value));
      if (minute === undefined) return <Input label={label} value={String(value)} onChange={onChange} />;
      return <DateInput withTime label={label} value={minute} onChange={(next) => next !== '' && onChange(writtenMinute(next, isEnd))} />;
    }
    case 'text':
      return <Input label={label} value={String(value)} onChange={onChange} />;
  }
}
