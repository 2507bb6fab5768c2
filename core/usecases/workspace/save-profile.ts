import { AppError } from '../../base/errors';
import type { Entity } from '../../model/entity';
import type { IdentitySettings, ProfileSettings } from '../../model/workspace';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { commitUndoable } from '../undo/commit-undoable';
import { onlyWorkspace } from './only-workspace';

/** Says who messages go to, once every entity and attribute it names is there. @throws AppError `not-found`, `identity-not-phone` */
export async function saveProfile(ctx: Context, profile: ProfileSettings): Promise<void> {
  const { postal, consent, history } = profile;
  requireAttributes(findDocument(ctx, 'entity', profile.entity), [
    profile.email,
    profile.phone,
    profile.language,
    ...(postal ? [...postal.name, ...postal.lines, postal.postcode, postal.city, postal.region, postal.country] : []),
  ]);
  if (consent)
    requireAttributes(findDocument(ctx, 'entity', consent.entity), [
      ...consent.profile,
      consent.channel,
      consent.purpose,
      consent.value,
      consent.at,
    ]);
  if (history)
    requireAttributes(findDocument(ctx, 'entity', history.entity), [
      ...history.profile,
      history.at,
      history.channel,
      history.campaign,
      history.message,
      history.status,
    ]);
  for (const identity of profile.identities ?? [])
    for (const side of [{ entity: profile.entity, attribute: identity.attribute }, ...identity.bindings]) {
      const entity = findDocument(ctx, 'entity', side.entity);
      requireAttributes(entity, [side.attribute]);
      requireComparable(entity, side.attribute, identity);
    }
  for (const list of profile.suppression) requireAttributes(findDocument(ctx, 'entity', list.entity), [list.attribute, list.at]);
  const workspace = onlyWorkspace(ctx);
  await commitUndoable(ctx, [{ kind: 'workspace', id: workspace.id, document: { ...workspace, profile } }]);
}

/** What a phone number is cannot be told in the database, so it has to be told before. */
function requireComparable(entity: Entity, attribute: string, { namespace, kind }: IdentitySettings): void {
  const derived = entity.attributes.find((a) => a.name === attribute)?.derived;
  if (kind !== 'phone' || (derived !== undefined && 'identity' in derived && derived.identity === 'phone')) return;
  throw new AppError('identity-not-phone', { entity: entity.name, attribute, namespace });
}

function requireAttributes({ name, attributes }: Entity, wanted: readonly (string | undefined)[]): void {
  const known = attributes.map((a) => a.name);
  const missing = wanted.find((w) => w !== undefined && !known.includes(w));
  if (missing !== undefined) throw new AppError('not-found', { kind: `attribute of ${name}`, name: missing, known: known.join(', ') });
}
