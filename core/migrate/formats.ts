import { audienceFormat } from '../model/audience';
import { campaignFormat } from '../model/campaign';
import { deskFormat } from '../model/desk';
import type { DocumentKind } from '../model/documents';
import { endpointFormat } from '../model/endpoint';
import { entityFormat } from '../model/entity';
import { filterFormat } from '../model/filter';
import { memoryFormat } from '../model/memory';
import { queryFormat } from '../model/query';
import { recipeFormat } from '../model/recipe';
import { runFormat } from '../model/run';
import { statementFormat } from '../model/statement';
import { workspaceFormat } from '../model/workspace';

/** The format in which each kind of document is saved now. Entities and links carry theirs beside them, not inside. */
export const knownFormats: Readonly<Record<DocumentKind, number>> = {
  workspace: workspaceFormat,
  entity: entityFormat,
  link: 1,
  recipe: recipeFormat,
  campaign: campaignFormat,
  audience: audienceFormat,
  filter: filterFormat,
  query: queryFormat,
  endpoint: endpointFormat,
  run: runFormat,
  memory: memoryFormat,
  desk: deskFormat,
  statement: statementFormat,
};
