import type { Moment, Rule } from '../../model/rule';
import type { Literal, VariableReference } from '../../model/value';
import { nowName, todayName } from '../../segment/as-of';
import { literalText } from '../../sql/quote';
import { anyOf } from '../rules';
import type { Operand } from './operand';
import type { Sign } from './sign';
import type { Value } from './value';

const ops = { '=': 'equals', '<': 'less', '<=': 'at-most', '>': 'greater', '>=': 'at-least' } as const;

/** The rows where a day or a moment compares so; none without one. `undefined` where no rule says it. */
export function compareDated(value: Value, sign: Sign, operand: Operand): Rule | undefined {
  if (value.type !== 'date' && value.type !== 'timestamp') return undefined;
  const moment = momentOf(operand);
  if (value.day) return moment && dayRule(value, sign, moment);
  const literal = datedLiteral(value.type, operand);
  if (value.type === 'date') {
    if (moment && (literal === undefined || sign === '<' || sign === '>' || sign === '=')) return dayRule(value, sign, moment);
    return literal === undefined ? undefined : literalRule(value, sign, literal);
  }
  if (moment && sign === '<') return value.rule({ op: 'before', moment });
  if (literal !== undefined) return literalRule(value, sign, literal);
  return moment && sign === '>=' ? dayRule(value, sign, moment) : undefined;
}

function literalRule(value: Value, sign: Sign, literal: Literal | VariableReference): Rule {
  return value.rule(sign === '<>' ? { op: 'not-equals', value: literal, excludeEmpty: true } : { op: ops[sign], value: literal });
}

/** Whole days against a day. */
function dayRule(value: Value, sign: Sign, moment: Moment): Rule {
  const test = (op: 'before' | 'on' | 'after') => value.rule({ op, moment });
  switch (sign) {
    case '=':
      return test('on');
    case '<>':
      return anyOf([test('before'), test('after')]);
    case '<':
      return test('before');
    case '>':
      return test('after');
    case '<=':
      return anyOf([test('before'), test('on')]);
    case '>=':
      return anyOf([test('on'), test('after')]);
  }
}

/** A day, as text where SQL reads it as one, or today moved. A variable beside a day holds one. */
function momentOf(operand: Operand): Moment | undefined {
  switch (operand.kind) {
    case 'today':
      return { kind: 'as-of', offset: operand.offset, unit: operand.unit };
    case 'variable':
      return operand.folded ? undefined : { kind: 'day', day: { variable: operand.name } };
    case 'dated':
      return operand.type === 'DATE' && literalText('date', operand.value) ? { kind: 'day', day: operand.value } : undefined;
    case 'text':
      return !operand.folded && literalText('date', operand.value) ? { kind: 'day', day: operand.value } : undefined;
    default:
      return undefined;
  }
}

/** A moment or a day that a comparison may hold. */
export function datedLiteral(type: 'date' | 'timestamp', operand: Operand): Literal | VariableReference | undefined {
  if (operand.kind === 'variable') return operand.folded ? undefined : { variable: operand.name };
  if (operand.kind === 'now') return { variable: nowName };
  if (operand.kind === 'today') return operand.offset === 0 ? { variable: todayName } : undefined;
  if (operand.kind !== 'dated' && operand.kind !== 'text') return undefined;
  if (operand.kind === 'text' && operand.folded) return undefined;
  if (operand.kind === 'dated' && operand.type === 'TIMESTAMP' && type === 'date') return undefined;
  return literalText(type, operand.value) === undefined ? undefined : operand.value;
}
