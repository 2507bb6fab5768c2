import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import { unreachable } from '../../base/never';
import type { Problem } from '../../base/problems';
import { type Campaign, campaign } from '../../model/campaign';
import type { Filter } from '../../model/filter';
import type { Argument } from '../../model/value';
import type { Parameter } from '../../model/variable';
import { declare } from '../../segment/variables';
import { planFor } from '../campaign/plan-for';
import type { Context } from '../context';
import { withConnection } from '../with-connection';

/** Saves a filter whose rule compiles, with values of their types for its parameters. @throws AppError its first problem */
export async function saveFilter(ctx: Context, filter: Filter): Promise<void> {
  const problems: Problem[] = [];
  declare(filter.parameters, new Map(), problems);
  const filters = [...ctx.store.list('filter').filter((f) => f.id !== filter.id), filter];
  const plan = await withConnection(ctx, (connection) =>
    planFor(ctx, connection, askingOnly(filter), { asOf: instantOf(ctx.clock.now()) }, ctx.store.list('audience'), filters),
  );
  const first = [...problems, ...plan.problems].find((p) => p.severity === 'error');
  if (first) throw new AppError(first.code, first.details);
  await ctx.store.commit([{ kind: 'filter', id: filter.id, document: filter }]);
}

/** A campaign that does nothing but ask the filter, so that filters and flows are checked by the same code. */
function askingOnly({ id, entity, parameters }: Filter): Campaign {
  const given = parameters.filter((p) => p.value === undefined).map((p) => [p.name, example(p)]);
  const rule = { kind: 'filter', filter: id, arguments: Object.fromEntries(given) };
  const flow = { activities: [{ id: 'rows', type: 'build-audience', dimension: entity, rule }], transitions: [] };
  return campaign.parse({ format: 1, id: 'filter', name: 'filter', seed: 'filter', flow });
}

function example({ type }: Parameter): Argument {
  switch (type) {
    case 'text':
      return '';
    case 'number':
      return 1;
    case 'date':
      return '2000-01-01';
    case 'boolean':
      return true;
    case 'list':
      return [];
    default:
      return unreachable(type);
  }
}
