import type { Activity, ActivityType } from '../../model/activity';
import type { Reason } from '../../model/why';
import { whyChangeDimension } from './change-dimension';
import { whyCombine } from './combine';
import { whyDeduplicate } from './deduplicate';
import { whyIncrementalQuery } from './incremental-query';
import { whyMessage } from './message';
import { whyReadAudience } from './read-audience';
import { whyReconcile } from './reconcile';
import { rules } from './rules';
import { whySample } from './sample';
import { whySplit } from './split';
import { whyTest } from './test';
import type { Tracing, Why } from './tracing';

/** An activity that does with every row the same: that it arrived says all. */
const nothing = async (): Promise<Reason[]> => [];

const whys: { [T in ActivityType]: Why<T> } = {
  start: nothing,
  'build-audience': rules,
  'read-audience': whyReadAudience,
  'incremental-query': whyIncrementalQuery,
  'load-file': nothing,
  sql: async () => [{ kind: 'written' }],
  reconcile: whyReconcile,
  combine: whyCombine,
  'change-dimension': whyChangeDimension,
  deduplicate: whyDeduplicate,
  enrich: nothing,
  split: whySplit,
  sample: whySample,
  'save-audience': nothing,
  fork: nothing,
  'and-join': nothing,
  wait: nothing,
  test: whyTest,
  alert: nothing,
  end: nothing,
  email: whyMessage,
  'direct-mail': whyMessage,
};

/** What an activity found in a row. */
export function reasonsOf(activity: Activity, tracing: Tracing): Promise<Reason[]> {
  const why = whys[activity.type] as Why;
  return why(activity, tracing);
}
