import type { Rule } from '../../core/model/rule';
import { ruleWords } from '../features/campaign/rules/rule-words';
import { useNamesSpeaker } from '../features/campaign/speaker';

/** A rule in words. */
export function RuleSaid({ rule }: { rule: Rule }) {
  return ruleWords(rule, useNamesSpeaker(), true);
}
