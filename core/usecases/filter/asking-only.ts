import { unreachable } from '../../base/never';
import { type Campaign, campaign } from '../../model/campaign';
import type { Filter } from '../../model/filter';
import type { Argument } from '../../model/value';
import type { Parameter } from '../../model/variable';

/** A campaign that does nothing but ask the filter, so that filters and flows are checked by the same code. */
export function askingOnly({ id, entity, parameters }: Filter): Campaign {
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
