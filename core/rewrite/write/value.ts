import type { DataType } from '../../model/entity';
import type { Literal, VariableReference } from '../../model/value';
import { callOf, castOf, type Term, textOf, truthOf, variableOf } from '../tree/term';

/** A value under test: how SQL says it and what it is. */
export interface Asked {
  is: Term;
  type: DataType;
}

/** How DuckDB compares text without letter case and accents: `strip_accents(lower(…))` on both sides. */
export const folding = 'NOCASE.NOACCENT';

/** The same for patterns, which know no collation. A text that is its own fold stays as it is. */
export function fold(term: Term): Term {
  if (term.kind === 'text' && isOwnFold(term.value)) return term;
  return callOf('strip_accents', callOf('lower', term));
}

/** Whether folding surely changes nothing. */
export function isOwnFold(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && !/[A-Z]/.test(text);
}

/** What a value is compared with: of its type, or a variable. */
export function operand(type: DataType, value: Literal | VariableReference): Term {
  if (typeof value === 'object') return variableOf(value.variable);
  switch (type) {
    case 'text':
      return textOf(String(value));
    case 'integer':
    case 'decimal':
      return { kind: 'number', digits: plainDigits(String(value)) };
    case 'number':
      return { kind: 'number', digits: doubleDigits(Number(value)) };
    case 'boolean':
      return truthOf(value === true);
    case 'date':
      return castOf(textOf(String(value)), 'DATE');
    case 'timestamp':
      return castOf(textOf(String(value).replace('T', ' ')), 'TIMESTAMP');
  }
}

/** Without zeros in front that SQL would not keep. */
function plainDigits(text: string): string {
  const digits = text.replace(/^(-?)0+(?=\d)/, '$1');
  return digits === '-0' ? '0' : digits;
}

/** Up to 15 digits a decimal becomes the double it looks like; more are written as a double. */
function doubleDigits(value: number): string {
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15 ? plainDigits(text) : value.toExponential();
}
