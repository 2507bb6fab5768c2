import { unreachable } from '../base/never';
import type { Condition } from '../model/activity';
import type { Literal } from '../model/value';

/** Two values of one type; texts without regard to case and accents, days by their form. */
export function compared(op: Condition['op'], left: Literal, right: Literal, type: 'text' | 'number' | 'date' | 'boolean'): boolean {
  const order = type === 'number' ? Number(left) - Number(right) : byText(fold(left), fold(right));
  switch (op) {
    case 'equals':
      return order === 0;
    case 'not-equals':
      return order !== 0;
    case 'less':
      return order < 0;
    case 'at-most':
      return order <= 0;
    case 'greater':
      return order > 0;
    case 'at-least':
      return order >= 0;
    default:
      return unreachable(op);
  }
}

function byText(left: string, right: string): number {
  return left < right ? -1 : left === right ? 0 : 1;
}

function fold(value: Literal): string {
  return String(value)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
