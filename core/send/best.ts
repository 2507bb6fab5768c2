import type { Place } from '../base/problems';
import { column } from '../sql/expression';
import type { OrderTerm, Output } from '../sql/query';
import { present } from './verdict';
import { attribute, type Work } from './work';

/** The message's order of preference among rows that share an address, as columns of the assessed rows. */
export function bestOrder(work: Work, place: Place): { outputs: Output[]; terms: OrderTerm[] } {
  const outputs: Output[] = [];
  const terms: OrderTerm[] = [];
  for (const [i, { attribute: name, direction }] of (work.request.message.best ?? []).entries()) {
    const found = attribute(work.scopes.target, name, [...place, 'best', i]);
    if (!found) continue;
    const output = `best ${i + 1}`;
    outputs.push({ name: output, is: present(found.is, found.column.type) });
    terms.push({ by: column('a', output), descending: direction === 'descending' });
  }
  return { outputs, terms };
}
