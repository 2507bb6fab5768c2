import { unreachable } from '../../base/never';
import type { Rule, Test } from '../../model/rule';
import { allOf, anyOf, everybody, negatedTest, nobody, notOf } from '../rules';
import { notOf as notTerm } from '../tree/term';
import { isOwnFold } from '../write/value';
import { compareRule, unlessEmpty } from './compare';
import { type Cond, negated } from './cond';
import { compareWithDefault, zeroCompares } from './defaults';
import type { Here } from './here';
import { withEmpty, withoutNeedless, withUnknown } from './merge';
import { absence, presence } from './presence';
import type { Value } from './value';
import { writtenRule } from './written';

/** The rule for the rows where a condition is TRUE. */
export function whereTrue(cond: Cond, here: Here): Rule {
  switch (cond.kind) {
    case 'and':
      return allOf(withoutNeedless(cond.all).map((c) => whereTrue(c, here)));
    case 'or':
      return anyOf(withUnknown(withEmpty(cond.all)).map((c) => whereTrue(c, here)));
    case 'not':
      return whereFalse(cond.inner, here);
    case 'is-true':
      return whereTrue(cond.inner, here);
    case 'is-null':
      return notOf(anyOf([whereTrue(cond.inner, here), whereFalse(cond.inner, here)]));
    case 'constant':
      return cond.value === true ? everybody : nobody;
    case 'test':
      return testTrue(cond.value, cond.test);
    case 'compare':
      return compareTrue(cond) ?? writtenRule(cond.term, here);
    case 'absent':
      return absence(cond.value);
    case 'rule':
      return cond.yes;
    case 'written':
      return writtenRule(cond.term, here);
    default:
      return unreachable(cond);
  }
}

function whereFalse(cond: Cond, here: Here): Rule {
  switch (cond.kind) {
    case 'and':
    case 'or':
    case 'not':
    case 'constant':
    case 'compare':
      return whereTrue(negated(cond), here);
    case 'is-true':
    case 'is-null':
      return notOf(whereTrue(cond, here));
    case 'test':
      return testFalse(cond.value, cond.test);
    case 'absent':
      return presence(cond.value);
    case 'rule':
      return cond.no();
    case 'written':
      return writtenRule(notTerm(cond.term), here);
    default:
      return unreachable(cond);
  }
}

function compareTrue({ value, sign, operand }: Extract<Cond, { kind: 'compare' }>): Rule | undefined {
  if (value.orElse !== undefined) return compareWithDefault(value, value.orElse, sign, operand);
  const rule = compareRule(value, sign, operand);
  if (!rule) return undefined;
  if (value.zero && value.known && zeroCompares(sign, operand)) return allOf([rule, value.known]);
  const differsFromBlank =
    sign === '<>' || (sign === '=' && operand.kind === 'text' && operand.value !== '' && isOwnFold(operand.value.toLowerCase()));
  return value.present && !differsFromBlank ? allOf([rule, value.rule({ op: 'not-empty' })]) : rule;
}

function testTrue(value: Value, test: Test): Rule {
  const rule = value.rule(test);
  if (value.orElse === true) return anyOf([rule, absence(value)]);
  if (value.zero && value.known) return allOf([rule, value.known]);
  return value.present ? allOf([rule, value.rule({ op: 'not-empty' })]) : rule;
}

function testFalse(value: Value, test: Test): Rule {
  if (value.orElse !== undefined) return notOf(testTrue(value, test));
  const opposite = negatedTest(test, true);
  if (opposite) {
    if (value.type === 'text' && !value.present) return unlessEmpty(value, opposite, blankFails(test));
    return value.zero && value.known ? allOf([value.rule(opposite), value.known]) : value.rule(opposite);
  }
  return allOf([presence(value), notOf(value.rule(test))]);
}

/** Whether `''` surely does not pass a text test. */
function blankFails(test: Test): boolean {
  const fails = (text: unknown) =>
    typeof text === 'string' && /[^%]/.test(text) && (('exact' in test && test.exact === true) || isOwnFold(text.toLowerCase()));
  if ('values' in test) return test.values.every(fails);
  return 'value' in test && fails(test.value);
}
