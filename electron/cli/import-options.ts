import type { encodings, LoadMode } from '../../core/model/recipe';
import type { WorkspaceOptions } from './options';

export interface ImportOptions extends WorkspaceOptions {
  entity?: string;
  key?: string[];
  mode?: LoadMode;
  recipe?: string;
  dryRun?: true;
  rejects?: string;
  refused?: string;
  mended?: true;
  delimiter?: string;
  quote?: string;
  widths?: number[];
  skip?: number;
  header?: boolean;
  encoding?: (typeof encodings)[number];
  sheet?: string[];
  member?: string[];
  flatten?: true;
  allFields?: true;
  only?: string[];
}
