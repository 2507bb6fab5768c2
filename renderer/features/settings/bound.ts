import type { ProfileSettings } from '../../../core/model/workspace';

export interface Bound {
  attribute: string;
  namespace: string;
}

/** Attributes of an entity by which identities say whose a row is. */
export function boundIn({ identities = [] }: ProfileSettings, entity: string): Bound[] {
  return identities.flatMap(({ namespace, bindings }) =>
    bindings.filter((b) => b.entity === entity && b.attribute !== '').map(({ attribute }) => ({ attribute, namespace })),
  );
}

/** The identity by which rows of a table name people; none where they do it by the profile's key. */
export function boundBy(profile: ProfileSettings, entity: string, attributes: readonly string[]): Bound | undefined {
  return attributes.length === 1 ? boundIn(profile, entity).find((b) => b.attribute === attributes[0]) : undefined;
}

/** How rows of an entity most likely name people: by attributes called like the key, else by one that is bound. */
export function likelyPerson(profile: ProfileSettings, key: readonly string[], entity: string, attributes: readonly string[]): string[] {
  const [bound] = boundIn(profile, entity);
  if (bound && !key.every((name) => attributes.includes(name))) return [bound.attribute];
  return key.map((name) => (attributes.includes(name) ? name : ''));
}

/** With other identities. Tables that named people by a binding that is gone have to say anew how they do. */
export function withIdentities(profile: ProfileSettings, identities: ProfileSettings['identities']): ProfileSettings {
  const next = { ...profile, identities };
  const anew = <T extends { entity: string; profile: string[] }>(table: T): T =>
    boundBy(profile, table.entity, table.profile) && !boundBy(next, table.entity, table.profile) ? { ...table, profile: [''] } : table;
  return { ...next, consent: profile.consent && anew(profile.consent), history: profile.history && anew(profile.history) };
}
