import type { Rule } from '../../model/rule';
import type { Literal } from '../../model/value';
import { anyOf, notOf } from '../rules';
import { compareRule } from './compare';
import type { Operand } from './operand';
import { absence } from './presence';
import type { Sign } from './sign';
import type { Value } from './value';

/** `coalesce(x, d)` compared: rows without a value compare as `d` does. `undefined` where that cannot be told. */
export function compareWithDefault(value: Value, orElse: Literal, sign: Sign, operand: Operand): Rule | undefined {
  const { orElse: _, ...plain } = value;
  const rule = compareRule(plain, sign, operand);
  const passes = passesAs(orElse, sign, operand);
  if (!rule || passes === undefined || plain.known) return undefined;
  if (!passes) return rule;
  if (sign === '<>') {
    const equal = compareRule(plain, '=', operand);
    return equal && notOf(equal);
  }
  if (sign === '=' && orElse === '' && operand.kind === 'text' && operand.value === '') return plain.rule({ op: 'empty' });
  return anyOf([rule, absence(plain)]);
}

/** Whether 0 compares so, or might. */
export function zeroCompares(sign: Sign, operand: Operand): boolean {
  return passesAs(0, sign, operand) ?? true;
}

function passesAs(value: Literal, sign: Sign, operand: Operand): boolean | undefined {
  if (typeof value === 'number' && operand.kind === 'number') return numbersCompare(value, sign, Number(operand.digits));
  const same =
    (typeof value === 'string' && operand.kind === 'text' && !operand.folded) || (typeof value === 'boolean' && operand.kind === 'boolean');
  if (!same || (sign !== '=' && sign !== '<>')) return undefined;
  return (value === operand.value) === (sign === '=');
}

function numbersCompare(a: number, sign: Sign, b: number): boolean {
  switch (sign) {
    case '=':
      return a === b;
    case '<>':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}
