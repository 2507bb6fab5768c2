import { isFields } from '../../../../core/base/fields';
import type { Campaign } from '../../../../core/model/campaign';
import { type Rule, rule as ruleSchema } from '../../../../core/model/rule';
import type { Argument } from '../../../../core/model/value';

type Part = string | number | boolean | null | undefined | Part[] | { [key: string]: Part };

function isReference(part: Part): part is { variable: string } {
  return isFields(part) && Object.keys(part).join() === 'variable';
}

/** Every part that stands for a variable, replaced; a list in the place of an item of a list becomes its items. */
function replaced(part: Part, by: (name: string) => Part): Part {
  if (Array.isArray(part)) {
    return part.flatMap((item) => {
      const next = replaced(item, by);
      return isReference(item) && Array.isArray(next) ? next : [next];
    });
  }
  if (isReference(part)) return by(part.variable);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, replaced(inner, by)]));
}

/** The variables a rule refers to, each once. */
export function variablesIn(rule: Rule): string[] {
  const found = new Set<string>();
  replaced(rule as Part, (variable) => {
    found.add(variable);
    return { variable };
  });
  return [...found];
}

/** A rule with values in the place of its variables, where it can be one with them; a variable that has no value stays. */
export function withValues(rule: Rule, values: Readonly<Record<string, Argument | undefined>>): Rule | undefined {
  return ruleSchema.safeParse(replaced(rule as Part, (name) => (values[name] as Part) ?? { variable: name })).data;
}

/** Where content names variables, as `vars.name`. */
const contents = new Set(['html', 'text', 'subject', 'preheader', 'content']);

function renamed(part: Part, from: string, to: string, key = ''): Part {
  if (typeof part === 'string') {
    if (key === 'variable' || key === 'variables') return part === from ? to : part;
    if (key === 'sql') return part.replace(new RegExp(`\\$${from}(?![a-z0-9_])`, 'g'), `$$${to}`);
    return contents.has(key) ? part.replace(new RegExp(`\\bvars\\.${from}(?![a-z0-9_])`, 'g'), `vars.${to}`) : part;
  }
  if (Array.isArray(part)) return part.map((item) => renamed(item, from, to, key));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, renamed(inner, from, to, name)]));
}

/** A campaign in which a variable has another name, also where rules, tests, SQL and content use it. */
export function renameVariable(campaign: Campaign, from: string, to: string): Campaign {
  return {
    ...campaign,
    variables: campaign.variables?.map((v) => (v.name === from ? { ...v, name: to } : v)),
    flow: { ...campaign.flow, activities: campaign.flow.activities.map((a) => renamed(a as Part, from, to) as typeof a) },
  };
}

/** A rule in which a variable has another name. */
export function renameInRule(rule: Rule, from: string, to: string): Rule {
  return renamed(rule as Part, from, to) as Rule;
}
