import { unreachable } from '../base/never';
import type { Place } from '../base/problems';
import type { Attribute, Entity } from '../model/entity';
import type { SuppressionList } from '../model/workspace';
import { bondValue, normalEmail } from '../segment/bonds';
import { asText, column } from '../sql/expression';
import type { Expression, Output } from '../sql/query';
import type { Belonging } from './belonging';
import type { AssessedNames } from './request';
import { normalPhone, type Shared } from './suppression';
import { attribute, type Work } from './work';

/** What suppression lists name of a row: the address the message goes to, what the profile's own attributes say, or the profile. */
export function matchables(work: Work, names: AssessedNames, belonging: Belonging, place: Place) {
  const wanted = new Set(work.profile.suppression.filter((l) => l.channels.includes(work.request.channel)).map((l) => l.matches));
  const outputs: Output[] = [];
  const read = (output: string, name: string | undefined, normal: typeof normalEmail) => {
    const found = name === undefined ? undefined : attribute(work.scopes.profile, name, place);
    if (!found) return undefined;
    outputs.push({ name: output, is: normal(asText(found.is, found.column.type)) });
    return column('r', output);
  };
  const email = !wanted.has('email')
    ? undefined
    : work.request.channel === 'email'
      ? column('r', names.address)
      : read('profile email', work.profile.email, normalEmail);
  const phone = wanted.has('phone') ? read('profile phone', work.profile.phone, normalPhone) : undefined;

  const shared = ({ matches }: SuppressionList, entity: Entity, { name, type }: Attribute): Shared | undefined => {
    const written = asText(column('l', name), type);
    switch (matches) {
      case 'email':
        return email && { row: email, listed: normalEmail(written) };
      case 'phone':
        return phone && { row: phone, listed: normalPhone(written) };
      case 'profile': {
        const bonds = belonging.of(entity, [name], place);
        const [bond, ...more] = bonds === undefined || bonds === 'unfit' ? [] : bonds;
        if (!bond || more.length > 0) return undefined;
        if (bond.row.made === 'as-is') return { row: asKeyText(bond.profile), listed: written };
        return { row: bond.profile, listed: bondValue(bond.row, 'l') };
      }
      default:
        return unreachable(matches);
    }
  };
  return { outputs, shared };
}

const asKeyText = (inner: Expression): Expression => ({ kind: 'cast', inner, type: 'text' });
