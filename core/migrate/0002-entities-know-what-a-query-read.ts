import type { Migration } from './migration';

/** What an entity was loaded from may be a query, which entities of before were not: they stay as they are. */
export const entitiesKnowWhatAQueryRead: Migration = {
  kind: 'entity',
  from: 1,
  change: (entity) => entity,
};
