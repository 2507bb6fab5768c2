import type { Place } from '../base/problems';
import { normalEmail } from '../segment/bonds';
import { report } from '../segment/scope';
import { asText, column } from '../sql/expression';
import type { Output, Select } from '../sql/query';
import { emailChecks } from './email-address';
import { postalChecks, postalOutputs, postalText } from './postal-address';
import type { AssessedNames } from './request';
import type { Check } from './verdict';
import { addressScope, attribute, type Work } from './work';

/** How the rows of one message are addressed. */
export interface Address {
  /** What is read from the address's row. */
  outputs: Output[];
  /** Adds what is derived from it: the address, and for direct mail the letter box and the country. */
  derive(reached: Select): Select;
  /** Columns the later steps need. */
  carried: string[];
  /** Over `r`. */
  checks: Check[];
  /** The column whose equal values are one address. */
  same: string;
}

export function addressOf(work: Work, names: AssessedNames, place: Place): Address | undefined {
  const scope = addressScope(work, place);
  if (!scope) return undefined;
  const ofProfile = (work.request.message.addressFrom ?? 'profile') === 'profile';
  const missing = () => report(work.compilation, 'sending-no-address', [...place, 'address'], { entity: scope.entity.name });
  if (work.request.channel === 'email') {
    const name = work.request.message.address ?? (ofProfile ? work.profile.email : undefined);
    if (name === undefined) return missing();
    const found = attribute(scope, name, [...place, 'address']);
    if (!found) return undefined;
    return {
      outputs: [{ name: names.address, is: normalEmail(asText(found.is, found.column.type)) }],
      derive: (reached) => reached,
      carried: [names.address],
      checks: emailChecks(column('r', names.address), name),
      same: names.address,
    };
  }
  const attributes = work.request.message.address ?? (ofProfile ? work.profile.postal : undefined);
  if (attributes === undefined) return missing();
  const outputs = postalOutputs(attributes, scope, [...place, 'address']);
  if (!outputs || names.country === undefined) return undefined;
  const { address, same } = postalText('p');
  const derived: Output[] = [
    { name: names.address, is: address },
    { name: 'letter box', is: same },
    { name: names.country, is: column('p', 'postal country') },
  ];
  return {
    outputs,
    derive: (reached) => ({
      kind: 'select',
      columns: [...reached.columns.map((c) => ({ name: c.name, is: column('p', c.name) })), ...derived],
      from: { relation: reached, alias: 'p' },
    }),
    carried: derived.map((d) => d.name),
    checks: postalChecks('r', attributes),
    same: 'letter box',
  };
}
