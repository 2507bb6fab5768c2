import type { Rule, Test } from '../../../../core/model/rule';
import type { Text } from '../../../text/use-text';

const moment = (test: Extract<Test, { moment: unknown }>, t: Text): string => {
  if (test.moment.kind === 'day') return test.moment.day;
  const { offset, unit } = test.moment;
  if (offset === 0) return t.rules.says.today;
  return offset < 0 ? t.rules.says.ago(-offset, unit) : t.rules.says.ahead(offset, unit);
};

export function testWords(test: Test, t: Text): string {
  const says = t.rules.operators[test.op];
  if ('moment' in test) return `${says} ${moment(test, t)}`;
  if ('unit' in test) return `${says} ${test.count} ${t.rules.units[test.unit]}`;
  if ('values' in test) return `${says} ${test.values.join(', ')}`;
  if (test.op === 'between') return `${says} ${test.from} ${t.rules.and} ${test.to}`;
  if (test.op === 'anniversary') return `${says} ${t.rules.says.in(test.from, test.to)}`;
  return 'value' in test ? `${says} ${test.value}` : says;
}

/** A rule in one line. */
export function ruleWords(rule: Rule, t: Text): string {
  switch (rule.kind) {
    case 'all':
    case 'any': {
      if (rule.rules.length === 0) return t.rules.says.everyone;
      if (rule.rules.length > 3) return t.rules.says.more(rule.rules.length);
      return rule.rules.map((part) => ruleWords(part, t)).join(rule.kind === 'all' ? t.rules.says.and : t.rules.says.or);
    }
    case 'not':
      return `${t.rules.says.not} (${ruleWords(rule.rule, t)})`;
    case 'attribute':
      return `${[...(rule.path ?? []), rule.attribute].join('.')} ${testWords(rule.test, t)}`;
    case 'related':
      return `${t.rules.says.has[rule.quantifier]} ${rule.path.join('.')} (${ruleWords(rule.where, t)})`;
    case 'aggregate':
      return `${t.rules.functions[rule.function]} ${[...rule.path, ...(rule.attribute ? [rule.attribute] : [])].join('.')} ${testWords(rule.test, t)}`;
  }
}
