import { sameName } from '../../core/base/same-name';
import type { Audience } from '../../core/model/audience';
import { numbered } from './fresh-id';
import { useLibrary } from './library';

/** A name that is long already makes room for a number. */
const most = 110;

/** Another name where people could not tell `name` from one that is taken; undefined where they can. */
export function otherName(name: string, taken: readonly string[]): string | undefined {
  const isTaken = (own: string) => taken.some((other) => sameName(other.trim(), own));
  const plain = name.trim();
  return isTaken(plain) ? numbered(plain.slice(0, most).trimEnd(), ' ', isTaken) : undefined;
}

/** Names of all audiences, but for one that may have its own again. */
export const namesOf = (audiences: readonly Audience[] | null, but?: string): string[] =>
  (audiences ?? []).filter(({ id }) => id !== but).map(({ name }) => name);

/** The name to propose instead of one that another audience has. */
export const useOtherName = (name: string, but?: string): string | undefined =>
  otherName(
    name,
    namesOf(
      useLibrary((state) => state.audiences),
      but,
    ),
  );
