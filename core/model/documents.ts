import type { z } from 'zod';
import { audience } from './audience';
import { campaign } from './campaign';
import { desk } from './desk';
import { endpoint } from './endpoint';
import { entity, link } from './entity';
import { filter } from './filter';
import { memory } from './memory';
import { query } from './query';
import { recipe } from './recipe';
import { run } from './run';
import { statement } from './statement';
import { workspace } from './workspace';

/** Every kind of document a workspace saves, with its schema. The id of an entity is its name; of a link, `from.name`. */
export const documentKinds = {
  workspace,
  entity,
  link,
  recipe,
  campaign,
  audience,
  filter,
  query,
  endpoint,
  run,
  memory,
  desk,
  statement,
} as const;

export type DocumentKind = keyof typeof documentKinds;
export type DocumentOf<K extends DocumentKind> = z.infer<(typeof documentKinds)[K]>;
