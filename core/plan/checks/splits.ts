import { type Problem, warning } from '../../base/problems';
import type { ActivityOf, Subset } from '../../model/activity';
import type { Rule } from '../../model/rule';
import type { Checked } from './checked';

/** Subsets of one split that share a code, and subsets that come too late to take anyone. */
export function splits({ campaign }: Checked): Problem[] {
  const found = campaign.flow.activities.filter((a) => a.type === 'split' && !a.disabled);
  return found.flatMap((a) => (a.type === 'split' ? [...sameCodes(a), ...nothingLeft(a)] : []));
}

const nameOf = (subset: Subset) => subset.label ?? subset.code ?? subset.id;

function sameCodes({ id, subsets }: ActivityOf<'split'>): Problem[] {
  return subsets.flatMap(({ code }, i) => {
    const first = subsets.slice(0, i).find((s) => code !== undefined && s.code === code);
    if (code === undefined || !first) return [];
    return [warning('split-same-code', ['activities', id, 'subsets', i, 'code'], { code, first: nameOf(first) })];
  });
}

function nothingLeft({ id, subsets, overlap }: ActivityOf<'split'>): Problem[] {
  if (overlap) return [];
  const taker = subsets.findIndex(takesEveryone);
  if (taker < 0) return [];
  const everyone = nameOf(subsets[taker] ?? { id });
  return subsets.flatMap((subset, i) =>
    i > taker ? [warning('split-nothing-left', ['activities', id, 'subsets', i], { subset: nameOf(subset), taker: everyone })] : [],
  );
}

function takesEveryone({ rule, limit, skip }: Subset): boolean {
  const unlimited = !limit || (limit.kind === 'percent' && limit.percent === 100);
  return unlimited && !skip && (!rule || alwaysTrue(rule));
}

function alwaysTrue(rule: Rule): boolean {
  if (rule.kind === 'all') return rule.rules.every(alwaysTrue);
  return rule.kind === 'any' && rule.rules.some(alwaysTrue);
}
