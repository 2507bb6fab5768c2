import { unreachable } from '../../../core/base/never';
import { type Text, useText } from '../../text/use-text';
import { Notice } from '../../ui/notice';
import type { SettingsPart, SettingsProblem } from './settings-problems';

/** What is wrong with one part, in words. */
export function ProblemLines({ problems, part }: { problems: readonly SettingsProblem[]; part: SettingsPart }) {
  const t = useText();
  const lines = [...new Set(problems.filter((p) => p.part === part).map((p) => words(p, t)))];
  return lines.map((line) => <Notice key={line} tone="warning" says={line} />);
}

function words(problem: SettingsProblem, { settings: { wrong } }: Text): string {
  switch (problem.what) {
    case 'incomplete':
      return wrong.incomplete;
    case 'unnamed-list':
      return wrong.unnamedList;
    case 'unnamed-identity':
      return wrong.unnamedIdentity;
    case 'no-channel':
      return wrong.noChannel;
    case 'same-list':
      return wrong.sameList(problem.name);
    case 'same-identity':
      return wrong.sameIdentity(problem.name);
    case 'no-entity':
      return wrong.noEntity(problem.name);
    case 'no-attribute':
      return wrong.noAttribute(problem.name, problem.entity);
    case 'not-a-time':
      return wrong.notATime(problem.name, problem.entity);
    case 'not-a-phone':
      return wrong.notAPhone(problem.name, problem.entity);
    case 'bound-twice':
      return wrong.boundTwice(problem.name, problem.entity);
    case 'no-profile-attribute':
      return wrong.noPhone(problem.list);
    default:
      return unreachable(problem);
  }
}
