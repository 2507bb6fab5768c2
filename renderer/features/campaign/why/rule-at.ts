import type { Audience } from '../../../../core/model/audience';
import type { Campaign } from '../../../../core/model/campaign';
import type { Filter } from '../../../../core/model/filter';
import { type Rule, rule as ruleSchema } from '../../../../core/model/rule';

/** Where the parts of a rule may be written down. */
export interface Documents {
  campaign: Campaign;
  audiences: readonly Audience[];
  filters: readonly Filter[];
}

/**
 * The rule at a place of a campaign; a place goes on inside the audience or the filter that the rule names.
 * `undefined` where the documents have changed since.
 */
export function ruleAt({ campaign, audiences, filters }: Documents, place: readonly (string | number)[]): Rule | undefined {
  const [, id, ...rest] = place;
  let here: unknown = campaign.flow.activities.find((activity) => activity.id === id);
  for (let i = 0; i < rest.length; i++) {
    const step = rest[i];
    const next = rest[i + 1];
    if (step === 'audience' && typeof next === 'string') {
      const definition = audiences.find((audience) => audience.id === next)?.definition;
      here = definition?.kind === 'rule' ? definition.rule : undefined;
      i += 1;
    } else if (step === 'filter' && typeof next === 'string') {
      here = filters.find((filter) => filter.id === next)?.rule;
      i += 1;
    } else here = step === undefined ? undefined : inside(here, step);
  }
  const found = ruleSchema.safeParse(here);
  return found.success ? found.data : undefined;
}

function inside(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === String(step))?.[1] : undefined;
}

const everyone: Rule = { kind: 'all', rules: [] };

/** The rule without the rules inside it, which are told one by one. */
export function withoutParts(rule: Rule): Rule {
  switch (rule.kind) {
    case 'related':
      return { ...rule, where: everyone };
    case 'aggregate':
      return { ...rule, where: undefined };
    case 'top':
      return { ...rule, among: undefined };
    case 'ordered':
      return { ...rule, among: undefined, where: everyone };
    default:
      return rule;
  }
}
