import type { Place } from '../base/problems';
import type { Order } from '../model/message';
import type { OrderTerm } from '../sql/query';
import { lookUp, type Scope } from './scope';

/** Sort keys as written in a document; the caller adds the key as the tie-break. */
export function orderOf(order: Order, scope: Scope, place: Place): OrderTerm[] | undefined {
  const terms = order.map((o, i) => {
    const found = lookUp(scope, [], o.attribute, [...place, 'order', i]);
    return found && { by: found.is, descending: o.direction === 'descending' };
  });
  const good = terms.filter((t): t is { by: NonNullable<typeof t>['by']; descending: boolean } => t !== undefined);
  return good.length < terms.length ? undefined : good;
}
