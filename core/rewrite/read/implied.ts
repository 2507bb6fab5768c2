import type { Rule } from '../../model/rule';
import { allOf } from '../rules';

/** All of the rules, without “there are some” beside an aggregate of the same rows that wants some. */
export function withoutImplied(rules: readonly Rule[]): Rule {
  const flat = rules.flatMap((r) => (r.kind === 'all' ? r.rules : [r]));
  return allOf(flat.filter((some) => !flat.some((other) => implies(other, some))));
}

function implies(rule: Rule, some: Rule): boolean {
  if (rule.kind !== 'aggregate' || some.kind !== 'related' || some.quantifier !== 'some') return false;
  const where = rule.where ?? { kind: 'all', rules: [] };
  return JSON.stringify([rule.path, where]) === JSON.stringify([some.path, some.where]) && wantsRows(rule);
}

function wantsRows({ function: name, test }: Extract<Rule, { kind: 'aggregate' }>): boolean {
  if (name === 'min' || name === 'max' || name === 'average') return test.op !== 'empty' && !test.op.startsWith('no');
  if (test.op === 'at-least' || test.op === 'equals') return Number(test.value) > 0;
  return test.op === 'greater' && Number(test.value) >= 0;
}
