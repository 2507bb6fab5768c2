import type { Rule, Test } from '../../model/rule';
import type { Literal, VariableReference } from '../../model/value';
import { literalText } from '../../sql/quote';
import { allOf, anyOf } from '../rules';
import { isOwnFold } from '../write/value';
import { compareDated, datedLiteral } from './dated';
import { numberIn, type Operand } from './operand';
import { presence } from './presence';
import type { Sign } from './sign';
import type { Value } from './value';

const ops = { '=': 'equals', '<': 'less', '<=': 'at-most', '>': 'greater', '>=': 'at-least' } as const;

/** The rows where a value compares so; none without a value. `undefined` where no rule says it. */
export function compareRule(value: Value, sign: Sign, operand: Operand): Rule | undefined {
  if (value.day || value.type === 'date' || value.type === 'timestamp') return compareDated(value, sign, operand);
  const compared = comparedWith(value, operand);
  if (compared === undefined || (value.type === 'boolean' && sign !== '=' && sign !== '<>')) return undefined;
  const { value: other, exact } = compared;
  if (sign !== '<>') return value.rule({ op: ops[sign], value: other, ...exact });
  const differs: Test = { op: 'not-equals', value: other, ...exact, excludeEmpty: true };
  if (value.type !== 'text' || value.present) return value.rule(differs);
  if (other === '' && exact.exact) return value.rule({ op: 'not-empty' });
  return unlessEmpty(value, differs, typeof other === 'string' && other !== '' && (exact.exact === true || isOwnFold(other.toLowerCase())));
}

/**
 * Text that differs, `''` included. Excluding empty values leaves out `''`, which is added again where it differs for sure;
 * else it is asked for as a value that is there.
 */
export function unlessEmpty(value: Value, differs: Test, emptyDiffers: boolean): Rule {
  if (emptyDiffers) return anyOf([value.rule(differs), value.rule({ op: 'equals', value: '', exact: true })]);
  const { excludeEmpty: _, ...any } = differs as Test & { excludeEmpty?: boolean };
  return allOf([value.rule(any as Test), presence(value)]);
}

/** What a rule holds for an operand, where comparing with it means the same in SQL. */
export function comparedWith(value: Value, operand: Operand): { value: Literal | VariableReference; exact: { exact?: true } } | undefined {
  if (value.type === 'text') return textOperand(value, operand);
  if (value.type === 'date' || value.type === 'timestamp') {
    const literal = datedLiteral(value.type, operand);
    return literal === undefined ? undefined : { value: literal, exact: {} };
  }
  if (operand.kind === 'variable' && !operand.folded) return { value: { variable: operand.name }, exact: {} };
  const literal = plain(value, operand);
  const type = value.type === 'integer' && String(literal).includes('.') ? 'decimal' : value.type;
  return literal === undefined || literalText(type, literal) === undefined ? undefined : { value: literal, exact: {} };
}

function textOperand(value: Value, operand: Operand): { value: Literal | VariableReference; exact: { exact?: true } } | undefined {
  if (operand.kind !== 'text' && operand.kind !== 'variable') return undefined;
  const exact = value.folded ? {} : { exact: true as const };
  const asIs = operand.kind === 'text' && isOwnFold(operand.value);
  const sameFold = asIs || value.folded === 'compared' || operand.folded === (value.folded === 'itself');
  if (!sameFold) return undefined;
  return { value: operand.kind === 'variable' ? { variable: operand.name } : operand.value, exact };
}

function plain(value: Value, operand: Operand): Literal | undefined {
  switch (value.type) {
    case 'boolean':
      return operand.kind === 'boolean' ? operand.value : undefined;
    case 'integer':
    case 'decimal': {
      const digits = digitsOf(operand);
      return digits === undefined || digits.includes('e') ? undefined : numberIn(digits);
    }
    case 'number':
      return operand.kind === 'number' && isExactDouble(operand.digits) ? Number(operand.digits) : undefined;
    default:
      return undefined;
  }
}

/** A text beside a number is read as one: whole numbers only, as a fraction might be rounded on the way. */
function digitsOf(operand: Operand): string | undefined {
  if (operand.kind === 'number') return operand.digits;
  return operand.kind === 'text' && !operand.folded && /^-?(0|[1-9]\d{0,17})$/.test(operand.value) ? operand.value : undefined;
}

/** Written as a double, or as a decimal of so few digits that it becomes the double it looks like. */
function isExactDouble(digits: string): boolean {
  return digits.includes('e') ? Number.isFinite(Number(digits)) : digits.replace(/\D/g, '').length <= 15;
}
