import type { Flow } from '../../../core/model/activity';
import type { Audience } from '../../../core/model/audience';
import type { Filter } from '../../../core/model/filter';
import type { Variable } from '../../../core/model/variable';
import type { Data, Row } from '../evaluator/rows';

/** Everything one comparison of the compiler with the evaluator depends on. */
export interface Parts {
  asOf: string;
  data: Data;
  snapshots: Data;
  /** Records of files by the activity that reads them. */
  files: Data;
  audiences: readonly Audience[];
  filters: readonly Filter[];
  variables: readonly Variable[];
  /** What earlier runs left, by activity. */
  memory: Readonly<Record<string, Earlier>>;
  flow: Flow;
}

/** The last run's as-of, and the keys of all runs with the as-of of each; in UTC. */
export interface Earlier {
  asOf: string;
  passed: readonly { key: Row; asOf: string }[];
}
