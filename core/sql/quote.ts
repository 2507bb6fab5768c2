import type { DataType } from '../model/entity';
import type { Literal } from '../model/value';

/** A name as SQL reads it, whatever it holds. */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function textLiteral(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

const integerText = /^-?\d{1,19}$/;
const decimalText = /^-?\d{1,18}(\.\d{1,18})?$/;
const dayText = /^\d{4}-\d{2}-\d{2}$/;
const timestampText = /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?$/;

/**
 * A value of a type as SQL text, or `undefined` when it is not a value of that type.
 * Text of numbers, days and timestamps is checked by its form, so nothing but a value can come out.
 */
export function literalText(type: DataType, value: Literal): string | undefined {
  const text = String(value);
  switch (type) {
    case 'text':
      return typeof value === 'string' ? textLiteral(value) : undefined;
    case 'integer':
      return typeof value !== 'boolean' && integerText.test(text) ? text : undefined;
    case 'decimal':
      return typeof value !== 'boolean' && decimalText.test(text) ? text : undefined;
    case 'number':
      return typeof value !== 'boolean' && text.trim() !== '' && Number.isFinite(Number(text))
        ? `CAST(${textLiteral(text)} AS DOUBLE)`
        : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? String(value).toUpperCase() : undefined;
    case 'date':
      return dayText.test(text) && isRealDay(text) ? `DATE ${textLiteral(text)}` : undefined;
    case 'timestamp':
      return timestampText.test(text) && isRealDay(text.slice(0, 10)) ? `TIMESTAMP ${textLiteral(text.replace('T', ' '))}` : undefined;
  }
}

function isRealDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
