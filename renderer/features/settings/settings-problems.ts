import type { DataModel } from '../../../core/model/entity';
import type { ProfileSettings, Workspace } from '../../../core/model/workspace';
import { entityNamed } from '../../state/reach';
import { boundBy } from './bound';

export type SettingsPart = 'profile' | 'postal' | 'identities' | 'consent' | 'history' | 'suppression';

/** What keeps settings from being saved, said beside the part it is about. */
export type SettingsProblem = { part: SettingsPart } & (
  | { what: 'incomplete' | 'unnamed-list' | 'unnamed-identity' | 'no-channel' }
  | { what: 'same-list' | 'same-identity' | 'no-entity'; name: string }
  | { what: 'no-attribute' | 'not-a-time' | 'not-a-phone' | 'bound-twice'; name: string; entity: string }
  | { what: 'no-profile-attribute'; name: string; list: string }
);

/** Everything that cannot work with the data as they are; empty when the settings may be saved. */
export function settingsProblems({ profile }: Workspace, model: DataModel): SettingsProblem[] {
  if (!profile) return [];
  const { postal, consent, history, suppression } = profile;
  const found: SettingsProblem[] = [];
  const need = (part: SettingsPart, entityName: string, attributes: readonly (string | undefined)[]) => {
    const given = attributes.filter((a) => a !== undefined);
    if (entityName === '' || given.includes('')) return void found.push({ part, what: 'incomplete' });
    const entity = entityNamed(model, entityName);
    if (!entity) return void found.push({ part, what: 'no-entity', name: entityName });
    const gone = given.find((a) => !entity.attributes.some(({ name }) => name === a));
    if (gone !== undefined) found.push({ part, what: 'no-attribute', name: gone, entity: entityName });
  };
  need('profile', profile.entity, [profile.email, profile.phone, profile.language]);
  if (postal)
    need('postal', profile.entity, [...postal.name, ...postal.lines, postal.postcode, postal.city, postal.region, postal.country]);
  const personIn = (table: { entity: string; profile: readonly string[] }) =>
    boundBy(profile, table.entity, table.profile)
      ? table.profile
      : (entityNamed(model, profile.entity)?.key.map((_, i) => table.profile[i] ?? '') ?? []);
  const needTime = (part: SettingsPart, { entity, at }: { entity: string; at: string }) => {
    const time = entityNamed(model, entity)?.attributes.find((a) => a.name === at);
    if (time && time.type !== 'date' && time.type !== 'timestamp') found.push({ part, what: 'not-a-time', name: at, entity });
  };
  for (const { attribute, bindings } of profile.identities ?? [])
    for (const side of [{ entity: profile.entity, attribute }, ...bindings]) need('identities', side.entity, [side.attribute]);
  found.push(...identityProblems(profile, model));
  if (consent) {
    need('consent', consent.entity, [...personIn(consent), consent.channel, consent.purpose, consent.value, consent.at]);
    needTime('consent', consent);
  }
  if (history) {
    const { entity, at, channel, campaign, message, status } = history;
    need('history', entity, [...personIn(history), at, channel, campaign, message, status]);
    needTime('history', history);
  }
  for (const [i, list] of suppression.entries()) {
    if (list.name.trim() === '') found.push({ part: 'suppression', what: 'unnamed-list' });
    else if (suppression.findIndex((l) => l.name === list.name) < i)
      found.push({ part: 'suppression', what: 'same-list', name: list.name });
    if (list.channels.length === 0) found.push({ part: 'suppression', what: 'no-channel' });
    if (list.matches === 'phone' && profile.phone === undefined)
      found.push({ part: 'suppression', what: 'no-profile-attribute', name: 'phone', list: list.name });
    need('suppression', list.entity, [list.attribute, list.at]);
    if (list.at !== undefined) needTime('suppression', { entity: list.entity, at: list.at });
  }
  return found;
}

function identityProblems({ entity: people, identities = [] }: ProfileSettings, model: DataModel): SettingsProblem[] {
  const found: SettingsProblem[] = [];
  const bound = new Set<string>();
  const part = 'identities';
  for (const [i, { namespace, kind, attribute, bindings }] of identities.entries()) {
    if (namespace.trim() === '') found.push({ part, what: 'unnamed-identity' });
    else if (identities.findIndex((other) => other.namespace === namespace) < i)
      found.push({ part, what: 'same-identity', name: namespace });
    for (const side of [{ entity: people, attribute }, ...bindings]) {
      const known = entityNamed(model, side.entity)?.attributes.find((a) => a.name === side.attribute);
      const derived = known?.derived && 'identity' in known.derived ? known.derived.identity : undefined;
      if (known && kind === 'phone' && derived !== 'phone')
        found.push({ part, what: 'not-a-phone', name: side.attribute, entity: side.entity });
    }
    for (const { entity, attribute: name } of bindings) {
      const place = JSON.stringify([entity, name]);
      if (bound.has(place) && name !== '') found.push({ part, what: 'bound-twice', name, entity });
      bound.add(place);
    }
  }
  return found;
}
