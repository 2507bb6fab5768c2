import { instantOf } from '../../base/instant';
import { hasErrors, type Problem } from '../../base/problems';
import { campaign } from '../../model/campaign';
import type { Rule } from '../../model/rule';
import type { Variable } from '../../model/variable';
import type { Connection } from '../../ports/engine';
import { planFor } from '../campaign/plan-for';
import type { Context } from '../context';

/** A rule over rows of an entity, with the variables its values may refer to. */
export interface AskedRule {
  entity: string;
  rule: Rule;
  variables: readonly Variable[];
}

const activity = 'rows';

/** What keeps a rule from being compiled, with its place in the rule; found by the code that checks flows. */
export async function checkRule(ctx: Context, connection: Connection, { entity, rule, variables }: AskedRule): Promise<Problem[]> {
  const flow = { activities: [{ id: activity, type: 'build-audience', dimension: entity, rule }], transitions: [] };
  const asking = campaign.parse({ format: 1, id: 'rule', name: 'rule', seed: 'rule', flow, variables: variables.map(withValue) });
  const { problems } = await planFor(ctx, connection, asking, { asOf: instantOf(ctx.clock.now()) });
  const errors = problems.filter((p) => p.severity === 'error');
  return hasErrors(problems) ? errors.map((p) => ({ ...p, place: placeIn(p.place) })) : [];
}

/** What is counted while a flow runs has some number. */
function withValue({ count, ...variable }: Variable): Variable {
  return count ? { ...variable, value: variable.value ?? 0 } : variable;
}

function placeIn(place: Problem['place']): Problem['place'] {
  const inside = ['activities', activity, 'rule'].every((part, i) => place[i] === part);
  return inside ? place.slice(3) : place;
}
