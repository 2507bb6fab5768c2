import type { Place } from '../../base/problems';
import { splitPath } from '../../content/field';
import { parseContent } from '../../content/liquid';
import { emailTexts, mailTexts } from '../../content/texts';
import type { Activity, MessageActivity } from '../../model/activity';
import type { Audience } from '../../model/audience';
import type { Campaign } from '../../model/campaign';
import type { DataModel, Derivation, Entity, Link } from '../../model/entity';
import type { Filter } from '../../model/filter';
import type { Query } from '../../model/query';
import type { Recipe } from '../../model/recipe';
import type { Workspace } from '../../model/workspace';
import { flowDimensions } from './flow-dimensions';
import { type Reference, Walk } from './walk';
import { writtenNames } from './written-names';

/** What documents of a workspace are read with. */
export interface Readers {
  model: DataModel;
  audiences: readonly Audience[];
  workspace: Workspace | undefined;
}

export function referencesOfCampaign(campaign: Campaign, { model, audiences, workspace }: Readers): Reference[] {
  const walk = new Walk(model, campaign.id);
  const { into } = flowDimensions(campaign.flow, model, audiences);
  for (const activity of campaign.flow.activities) {
    const place: Place = ['activities', activity.id];
    const here = into(activity);
    switch (activity.type) {
      case 'email':
      case 'direct-mail':
        visitMessage(walk, activity, here, workspace, [...place, 'message']);
        break;
      case 'read-audience': {
        const dimension = audiences.find((a) => a.id === activity.audience)?.dimension;
        const { path, ...rest } = activity;
        walk.path(dimension, path, [...place, 'path']);
        walk.visit(rest, dimension, place);
        break;
      }
      case 'change-dimension': {
        const { path, ...rest } = activity;
        walk.path(here, path, [...place, 'path']);
        walk.visit(rest, here, place);
        break;
      }
      case 'save-audience': {
        const { audience, columns, mode } = activity;
        walk.add({ kind: 'audience', id: audience }, [...place, 'audience'], mode === 'remove');
        for (const [i, name] of (columns ?? []).entries()) walk.attribute(here, name, [...place, 'columns', i]);
        break;
      }
      case 'combine':
        visitCombine(walk, activity, into, place);
        break;
      case 'reconcile':
        for (const [i, { column }] of activity.on.entries()) walk.attribute(here, column, [...place, 'on', i, 'column']);
        walk.visit(activity, here, place);
        break;
      case 'start':
        if (activity.by.kind === 'signal')
          for (const [i, name] of activity.by.variables.entries()) walk.variable(name, [...place, 'by', 'variables', i]);
        break;
      case 'end': {
        const { signal } = activity;
        for (const name of Object.keys(signal?.parameters ?? {}))
          walk.variable(name, [...place, 'signal', 'parameters', name], signal?.campaign);
        walk.visit(activity, here, place);
        break;
      }
      default:
        walk.visit(activity, here, place);
    }
  }
  return walk.found;
}

/** What is brought starts from its own input's rows. */
function visitCombine(
  walk: Walk,
  activity: Extract<Activity, { type: 'combine' }>,
  into: (activity: Activity, input?: number) => string | undefined,
  place: Place,
): void {
  const primary = into(activity, activity.primary ?? 0);
  for (const [i, name] of (activity.by ?? []).entries()) walk.attribute(primary, name, [...place, 'by', i]);
  for (const [i, bring] of (activity.bring ?? []).entries()) {
    const at = [...place, 'bring', i];
    const other = into(activity, bring.input);
    if (bring.kind === 'path') walk.path(other, bring.path, [...at, 'path']);
    else
      for (const pair of bring.on) {
        walk.attribute(primary, pair.primary, at);
        walk.attribute(other, pair.other, at);
      }
  }
}

function visitMessage(
  walk: Walk,
  activity: MessageActivity,
  here: string | undefined,
  workspace: Workspace | undefined,
  place: Place,
): void {
  const { message } = activity;
  walk.path(here, message.toProfile, [...place, 'toProfile']);
  const secondary = message.secondary && walk.path(here, message.secondary, [...place, 'secondary']);
  const objects: Partial<Record<string, string | undefined>> = { profile: workspace?.profile?.entity, target: here, secondary };
  const address = objects[message.addressFrom ?? 'profile'];
  for (const name of namesIn(message.address)) walk.attribute(address, name, [...place, 'address']);
  walk.visit(message.best ?? [], here, [...place, 'best']);
  const texts = activity.type === 'email' ? emailTexts(activity.message, place) : mailTexts(activity.message, place);
  const read = texts.flatMap((text) => parseContent(text.text, text.place, [])?.fields ?? []);
  const required = (message.required ?? []).map((path, i) => ({ path, place: [...place, 'required', i] }));
  for (const use of [...read, ...required]) {
    const field = splitPath(use.path);
    if (field) walk.attribute(objects[field.object], field.name, use.place);
  }
}

/** A name, or all names of an address. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(namesIn) : [];
}

export function referencesOfAudience(audience: Audience, { model }: Readers): Reference[] {
  const walk = new Walk(model);
  walk.entity(audience.dimension, ['dimension']);
  const { definition } = audience;
  if (definition.kind === 'rule') walk.visit(definition.rule, audience.dimension, ['definition', 'rule']);
  if (definition.kind === 'sql') walk.sql(undefined, definition.sql, ['definition', 'sql']);
  if (definition.kind === 'snapshot' && definition.of !== undefined)
    walk.add({ kind: 'audience', id: definition.of }, ['definition', 'of'], false);
  return walk.found;
}

export function referencesOfFilter(filter: Filter, { model }: Readers): Reference[] {
  const walk = new Walk(model);
  walk.entity(filter.entity, ['entity']);
  walk.visit(filter.rule, filter.entity, ['rule']);
  return walk.found;
}

export function referencesOfQuery(query: Query, { model }: Readers): Reference[] {
  const walk = new Walk(model);
  walk.sql(undefined, query.sql, ['sql']);
  return walk.found;
}

/** Derived attributes are made of others of the same row; a query that is run again reads other entities. */
export function referencesOfEntity(entity: Entity, { model }: Readers, recipe: Recipe | undefined): Reference[] {
  const walk = new Walk({ ...model, entities: model.entities.filter((e) => e.name !== entity.name) });
  if (recipe?.kind === 'query') walk.sql(undefined, recipe.sql, ['recipe', 'sql']);
  return [...walk.found, ...madeOfItsOwn(entity, model)];
}

function madeOfItsOwn(entity: Entity, model: DataModel): Reference[] {
  const walk = new Walk(model);
  for (const { name, derived } of entity.attributes) {
    const names = derived ? madeOf(derived) : new Set<string>();
    for (const other of entity.attributes)
      if (other.name !== name && names.has(other.name.toLowerCase())) walk.attribute(entity.name, other.name, ['attributes', name]);
  }
  return walk.found;
}

function madeOf(derived: Derivation): Set<string> {
  return 'sql' in derived ? writtenNames(derived.sql) : new Set([derived.of.toLowerCase()]);
}

export function referencesOfLink(link: Link, { model }: Readers): Reference[] {
  const walk = new Walk(model);
  for (const side of ['from', 'to'] as const) {
    walk.entity(link[side], [side]);
    for (const [i, pair] of link.on.entries()) walk.attribute(link[side], pair[side], ['on', i, side]);
  }
  return walk.found;
}

/** Who messages go to, consents, history and suppression name entities and attributes of them. */
export function referencesOfWorkspace({ profile }: Workspace, { model }: Readers): Reference[] {
  const walk = new Walk(model);
  if (!profile) return walk.found;
  const tables = [
    {
      table: { entity: profile.entity, email: profile.email, phone: profile.phone, postal: profile.postal, language: profile.language },
      place: ['profile'],
    },
    ...(profile.identities ?? []).flatMap(({ attribute, bindings }, i) => [
      { table: { entity: profile.entity, attribute }, place: ['profile', 'identities', i] },
      ...bindings.map((table, j) => ({ table, place: ['profile', 'identities', i, 'bindings', j] })),
    ]),
    { table: profile.consent, place: ['profile', 'consent'] },
    { table: profile.history && without(profile.history, 'unsent', 'responded'), place: ['profile', 'history'] },
    ...profile.suppression.map((list, i) => ({
      table: { entity: list.entity, attribute: list.attribute, at: list.at },
      place: ['profile', 'suppression', i],
    })),
  ];
  for (const { table, place } of tables) {
    if (!table) continue;
    const { entity, ...names } = table;
    walk.entity(entity, place);
    for (const [field, value] of Object.entries(names)) for (const name of namesIn(value)) walk.attribute(entity, name, [...place, field]);
  }
  return walk.found;
}

function without<T extends object, K extends keyof T>(value: T, ...fields: K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field as K))) as Omit<T, K>;
}
