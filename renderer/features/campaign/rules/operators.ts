import type { DataType } from '../../../../core/model/entity';
import type { Operator, Test } from '../../../../core/model/rule';
import { endOf } from './moments';
import { isReference } from './variable-types';

const common: Operator[] = ['empty', 'not-empty'];
const compared: Operator[] = ['equals', 'not-equals', 'less', 'at-most', 'greater', 'at-least', 'between', 'one-of', 'none-of'];
const dated: Operator[] = ['in-last', 'not-in-last', 'in-next', 'not-in-next', 'before', 'after', 'on', 'anniversary', 'between'];
const text: Operator[] = [
  'equals',
  'not-equals',
  'one-of',
  'none-of',
  'contains',
  'not-contains',
  'starts-with',
  'not-starts-with',
  'ends-with',
  'not-ends-with',
  'matches',
  'not-matches',
  'less',
  'at-most',
  'greater',
  'at-least',
  'between',
];

export function isDated({ type }: { type: DataType }): boolean {
  return type === 'date' || type === 'timestamp';
}

/** The tests that make sense for a type, the usual ones first, with the one there is. */
export function operatorsFor(type: DataType, present?: Operator): Operator[] {
  const offered = [...usualFor(type), ...common];
  return present === undefined || offered.includes(present) ? offered : [...offered, present];
}

function usualFor(type: DataType): Operator[] {
  switch (type) {
    case 'text':
      return text;
    case 'integer':
    case 'decimal':
    case 'number':
      return compared;
    case 'boolean':
      return ['true', 'false'];
    case 'date':
      return [...dated, 'equals', 'not-equals'];
    // Hardly anything is at one moment: a day is asked for by `on`.
    case 'timestamp':
      return dated;
  }
}

/** The usual first test of a type. */
export function firstTest(type: DataType): Test {
  switch (type) {
    case 'boolean':
      return { op: 'true' };
    case 'date':
    case 'timestamp':
      return { op: 'in-last', count: 30, unit: 'day' };
    case 'text':
      return { op: 'not-empty' };
    default:
      return { op: 'at-least', value: type === 'decimal' ? '0' : 0 };
  }
}

/** A test with another operator that keeps what was written as far as it fits. */
export function changeOperator(test: Test, op: Operator, type: DataType): Test {
  const written =
    'value' in test
      ? test.value
      : 'values' in test
        ? (test.values[0] ?? '')
        : 'from' in test && test.op === 'between'
          ? test.from
          : type === 'text' || type === 'decimal'
            ? ''
            : 0;
  const today = new Date().toISOString().slice(0, 10);
  const dated = isDated({ type }) && !isReference(written);
  const literal = dated ? (typeof written === 'string' && written ? written : today) : written;
  switch (op) {
    case 'equals':
    case 'less':
    case 'at-most':
    case 'greater':
    case 'at-least':
    case 'not-equals':
      return { op, value: literal };
    case 'between':
      return { op, from: literal, to: type === 'timestamp' && typeof literal === 'string' ? endOf(literal) : literal };
    case 'one-of':
    case 'none-of':
      return { op, values: 'values' in test ? test.values : [written] };
    case 'empty':
    case 'not-empty':
    case 'true':
    case 'false':
      return { op };
    case 'contains':
    case 'starts-with':
    case 'ends-with':
    case 'matches':
    case 'not-contains':
    case 'not-starts-with':
    case 'not-ends-with':
    case 'not-matches':
      return { op, value: isReference(written) ? written : String(written) };
    case 'in-last':
    case 'in-next':
    case 'not-in-last':
    case 'not-in-next':
      return 'unit' in test ? { op, count: test.count, unit: test.unit } : { op, count: 30, unit: 'day' };
    case 'before':
    case 'after':
    case 'on':
      return { op, moment: 'moment' in test ? test.moment : { kind: 'as-of', offset: 0, unit: 'day' } };
    case 'anniversary':
      return { op, from: 0, to: 7 };
  }
}

export function isNegated(test: Test): test is Extract<Test, { excludeEmpty?: boolean }> {
  return test.op.startsWith('not-') ? test.op !== 'not-empty' : test.op === 'none-of';
}

/** Whether nothing can lie between two values that are written. */
export function isEmptyRange({ from, to }: Extract<Test, { op: 'between' }>, type: DataType): boolean {
  if (isReference(from) || isReference(to)) return false;
  const isNumber = type === 'integer' || type === 'number' || type === 'decimal';
  if (isNumber) return Number(from) > Number(to);
  return isDated({ type }) && String(from).replace('T', ' ') > String(to).replace('T', ' ');
}
