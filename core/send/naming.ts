import { allColumns, type Column } from '../segment/population';
import { uniqueNames } from '../segment/unique-names';
import type { AssessedNames } from './request';
import { keyOf, type Work } from './work';

const internal = ['verdict', 'verdict so far', 'letter box', 'place in line'];

export function namesFor(work: Work): { names: AssessedNames; unique: (wanted: string) => string } {
  const unique = uniqueNames([...internal, ...allColumns(work.request.population).map((c) => c.name)]);
  const numbered = (word: string, of: readonly Column[]) => of.map((_, i) => unique(i === 0 ? word : `${word}_${i + 1}`));
  const names = {
    profileKey: numbered('profile_key', keyOf(work.scopes.profile).columns),
    secondaryKey: work.scopes.secondary ? numbered('secondary_key', keyOf(work.scopes.secondary).columns) : [],
    recipientId: unique('recipient_id'),
    address: unique('address'),
    country: work.request.channel === 'postal' ? unique('country') : undefined,
    reason: unique('reason'),
    detail: unique('detail'),
  };
  return { names, unique };
}
