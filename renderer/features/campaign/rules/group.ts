import type { Place } from '../../../../core/base/problems';
import type { Rule } from '../../../../core/model/rule';

export type GroupRule = Extract<Rule, { kind: 'all' | 'any' | 'not' }>;
export type GroupKind = GroupRule['kind'];

export function isGroup(rule: Rule): rule is GroupRule {
  return rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'not';
}

/** "None of" is written as not(any(…)), so that every group holds a list. `steps` lead to the part at an index. */
export function unpack(rule: GroupRule): { kind: GroupKind; rules: Rule[]; steps: (index: number) => Place } {
  if (rule.kind !== 'not') return { ...rule, steps: (i) => ['rules', i] };
  if (rule.rule.kind === 'any') return { kind: 'not', rules: rule.rule.rules, steps: (i) => ['rule', 'rules', i] };
  return { kind: 'not', rules: [rule.rule], steps: () => ['rule'] };
}

export function pack(kind: GroupKind, rules: Rule[]): GroupRule {
  return kind === 'not' ? { kind, rule: { kind: 'any', rules } } : { kind, rules };
}
