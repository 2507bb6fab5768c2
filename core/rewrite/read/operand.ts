import type { PeriodUnit } from '../../model/rule';
import type { Literal } from '../../model/value';
import { nowName, todayName } from '../../segment/as-of';
import type { Term } from '../tree/term';

/** What a value is compared with. */
export type Operand =
  | { kind: 'text'; value: string; folded: boolean }
  | { kind: 'number'; digits: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'dated'; value: string; type: 'DATE' | 'TIMESTAMP' }
  | { kind: 'variable'; name: string; folded: boolean }
  /** Today moved by a number of periods; negative is earlier. */
  | { kind: 'today'; offset: number; unit: PeriodUnit }
  /** Today moved by as many periods as a variable says. */
  | { kind: 'moved'; way: '-' | '+'; count: string; unit: PeriodUnit }
  | { kind: 'now' };

/** A term that is a value by itself, whatever the row; `undefined` for anything else. */
export function operandOf(term: Term): Operand | undefined {
  switch (term.kind) {
    case 'text':
      return { kind: 'text', value: term.value, folded: false };
    case 'number':
      return { kind: 'number', digits: term.digits };
    case 'boolean':
      return { kind: 'boolean', value: term.value };
    case 'variable':
      if (term.name === todayName) return { kind: 'today', offset: 0, unit: 'day' };
      return term.name === nowName ? { kind: 'now' } : { kind: 'variable', name: term.name, folded: false };
    case 'cast':
      return castOperand(term);
    case 'call':
      return foldedOperand(term) ?? movedOperand(term);
    default:
      return undefined;
  }
}

function castOperand(term: Extract<Term, { kind: 'cast' }>): Operand | undefined {
  if (term.attempt) return undefined;
  const inner = operandOf(term.inner);
  if (inner?.kind === 'today') return term.type === 'DATE' || term.type === 'TIMESTAMP' ? inner : undefined;
  if (inner?.kind !== 'text' || inner.folded) return undefined;
  if (term.type === 'DATE' || term.type === 'TIMESTAMP') return { kind: 'dated', value: inner.value, type: term.type };
  return term.type === 'DOUBLE' && inner.value.trim() !== '' && Number.isFinite(Number(inner.value))
    ? { kind: 'number', digits: Number(inner.value).toExponential() }
    : undefined;
}

/** `strip_accents(lower('…'))` */
function foldedOperand(term: Extract<Term, { kind: 'call' }>): Operand | undefined {
  const inside = foldedTerm(term);
  const inner = inside && operandOf(inside);
  return (inner?.kind === 'text' || inner?.kind === 'variable') && !inner.folded ? { ...inner, folded: true } : undefined;
}

/** What stands in `strip_accents(lower(…))`. */
export function foldedTerm(term: Term): Term | undefined {
  const lower = term.kind === 'call' && term.name === 'strip_accents' && term.args.length === 1 ? term.args[0] : undefined;
  return lower?.kind === 'call' && lower.name === 'lower' && lower.args.length === 1 ? lower.args[0] : undefined;
}

/** `$today - INTERVAL n DAY`, `$today + 7` */
function movedOperand(term: Extract<Term, { kind: 'call' }>): Operand | undefined {
  const [start, by] = term.args;
  if (!term.infix || (term.name !== '+' && term.name !== '-') || !start || !by) return undefined;
  const from = operandOf(start);
  if (from?.kind !== 'today' || from.offset !== 0) return undefined;
  const [count, unit]: [Term, PeriodUnit] = by.kind === 'interval' ? [by.count, by.unit] : [by, 'day'];
  if (count.kind === 'variable' && by.kind === 'interval') return { kind: 'moved', way: term.name, count: count.name, unit };
  if (count.kind !== 'number' || !/^-?\d{1,6}$/.test(count.digits)) return undefined;
  const periods = Number(count.digits);
  return { kind: 'today', offset: term.name === '-' ? 0 - periods : periods, unit };
}

/** Digits as a rule holds them: a number where nothing is lost by that. */
export function numberIn(digits: string): Literal {
  const value = Number(digits);
  return String(value) === digits ? value : digits;
}
