import type { ActivityOf, ActivityType } from '../../model/activity';
import type { Reason } from '../../model/why';
import type { Population } from '../../segment/population';
import type { Assessment } from '../../send/request';
import type { Table } from '../../sql/query';
import type { Lowering } from '../lowering';
import type { Row } from './ask';

/** One activity of a planned flow whose rows are there, and one row that may have come by. */
export interface Tracing {
  /** What the activity was lowered with. */
  lowering: Lowering;
  outputs: Readonly<Record<string, Population>>;
  /** Waterfalls of the messages it sends. */
  assessments: readonly { assessment: Assessment; table: Table }[];
  row: Row & { dimension: string };
  /** Inputs, from 0, that have the row; empty where nothing comes in. */
  inputs: readonly number[];
  /** Outputs that have the row. */
  on: readonly string[];
}

/** What an activity of one kind found in a row, beyond whether it passed. */
export type Why<T extends ActivityType = ActivityType> = (activity: ActivityOf<T>, tracing: Tracing) => Promise<Reason[]>;
