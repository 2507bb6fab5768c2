import { ruleFromSql } from '../../../core/usecases/rule/rule-from-sql';
import { ruleToSql } from '../../../core/usecases/rule/rule-to-sql';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function ruleHandlers({ context }: HostState): Group<'rule'> {
  return {
    'rule.toSql': (asked) => ruleToSql(context(), asked),
    'rule.fromSql': (asked) => ruleFromSql(context(), asked),
  };
}
