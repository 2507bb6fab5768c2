import { canonicalJson } from '../../base/hashing';
import type { Usable, Use } from '../../model/use';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { recipeOf } from '../recipe-of';
import {
  type Readers,
  referencesOfAudience,
  referencesOfCampaign,
  referencesOfEntity,
  referencesOfFilter,
  referencesOfLink,
  referencesOfQuery,
  referencesOfWorkspace,
} from './references';
import { toldUse } from './told-use';
import type { Reference } from './walk';

/**
 * Every other document that refers to something: campaigns, then audiences, filters, saved queries, entities with derived attributes,
 * links and the settings. SQL a person wrote refers to whatever its words may mean.
 */
export function usedBy(ctx: Context, target: Usable): Use[] {
  const { store } = ctx;
  const [workspace] = store.list('workspace');
  const readers: Readers = { model: modelOf(ctx), audiences: store.list('audience'), workspace };
  const wanted = canonicalJson(target);
  const use = (kind: Use['kind'], id: string, name: string, references: readonly Reference[]): Use[] => {
    const found = references.filter((r) => canonicalJson(r.to) === wanted);
    const isItself = kind === target.kind && 'id' in target && id === target.id;
    if (found.length === 0 || isItself) return [];
    return [{ kind, id, name, needed: found.some((r) => r.needed), places: found.map((r) => [...r.place]) }];
  };
  return [
    ...store.list('campaign').flatMap((d) => use('campaign', d.id, d.name, referencesOfCampaign(d, readers))),
    ...store.list('audience').flatMap((d) => use('audience', d.id, d.name, referencesOfAudience(d, readers))),
    ...store.list('filter').flatMap((d) => use('filter', d.id, d.name, referencesOfFilter(d, readers))),
    ...store.list('query').flatMap((d) => use('query', d.id, d.name, referencesOfQuery(d, readers))),
    ...store.list('entity').flatMap((d) => use('entity', d.name, d.name, referencesOfEntity(d, readers, recipeOf({ store }, d)))),
    ...store.list('link').flatMap((d) => use('link', `${d.from}.${d.name}`, d.name, referencesOfLink(d, readers))),
    ...(workspace ? use('workspace', workspace.id, workspace.name, referencesOfWorkspace(workspace, readers)) : []),
  ];
}

/** What does not work without it, each with the places where it is used, on one line; `undefined` when nothing does. */
export function usersOf(ctx: Context, target: Usable): string | undefined {
  const users = usedBy(ctx, target).filter((u) => u.needed);
  return users.length > 0 ? users.map((u) => toldUse(ctx, u)).join(', ') : undefined;
}
