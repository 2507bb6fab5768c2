import type { Place } from '../base/problems';
import { column } from '../sql/expression';
import type { Output } from '../sql/query';
import { normalEmail } from './email-address';
import type { AssessedNames } from './request';
import { type Matchable, normalPhone } from './suppression';
import { asText } from './verdict';
import { attribute, type Work } from './work';

/** What suppression lists may name of a row: the address the message goes to, and what the profile's own attributes say. */
export function matchables(work: Work, names: AssessedNames, place: Place): { outputs: Output[]; of: Matchable } {
  const wanted = new Set(work.profile.suppression.filter((l) => l.channels.includes(work.request.channel)).map((l) => l.matches));
  const outputs: Output[] = [];
  const read = (output: string, name: string | undefined, normal: typeof normalEmail) => {
    const found = name === undefined ? undefined : attribute(work.scopes.profile, name, place);
    if (!found) return undefined;
    outputs.push({ name: output, is: normal(asText(found.is, found.column.type)) });
    return column('r', output);
  };
  const [key, ...more] = names.profileKey;
  const of: Matchable = {
    email: !wanted.has('email')
      ? undefined
      : work.request.channel === 'email'
        ? column('r', names.address)
        : read('profile email', work.profile.email, normalEmail),
    phone: wanted.has('phone') ? read('profile phone', work.profile.phone, normalPhone) : undefined,
    profile: key !== undefined && more.length === 0 ? { kind: 'cast', inner: column('r', key), type: 'text' } : undefined,
  };
  return { outputs, of };
}
