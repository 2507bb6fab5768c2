import { recipesOfSeveralKinds } from './0001-recipes-of-several-kinds';
import { entitiesKnowWhatAQueryRead } from './0002-entities-know-what-a-query-read';
import type { Migration } from './migration';

/** Every migration, one numbered file each, in the order they came. */
export const migrations: readonly Migration[] = [recipesOfSeveralKinds, entitiesKnowWhatAQueryRead];
