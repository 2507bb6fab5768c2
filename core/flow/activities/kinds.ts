import type { Activity, ActivityType } from '../../model/activity';
import type { ActivityKind, Lowering } from '../lowering';
import { alert } from './alert';
import { andJoin } from './and-join';
import { buildAudience } from './build-audience';
import { changeDimension } from './change-dimension';
import { combine } from './combine';
import { deduplicate } from './deduplicate';
import { directMail } from './direct-mail';
import { email } from './email';
import { end } from './end';
import { enrich } from './enrich';
import { fork } from './fork';
import { incrementalQuery } from './incremental-query';
import { loadFile } from './load-file';
import { readAudience } from './read-audience';
import { reconcile } from './reconcile';
import { sample } from './sample';
import { saveAudience } from './save-audience';
import { split } from './split';
import { sql } from './sql';
import { start } from './start';
import { test } from './test';
import { wait } from './wait';

const kinds: { [T in ActivityType]: ActivityKind<T> } = {
  start,
  'build-audience': buildAudience,
  'read-audience': readAudience,
  'incremental-query': incrementalQuery,
  'load-file': loadFile,
  reconcile,
  sql,
  combine,
  'change-dimension': changeDimension,
  deduplicate,
  enrich,
  split,
  sample,
  'save-audience': saveAudience,
  fork,
  'and-join': andJoin,
  wait,
  test,
  alert,
  end,
  email,
  'direct-mail': directMail,
};

/** A kind seen from an activity whose type is not known yet. */
interface AnyKind extends Pick<ActivityKind, 'inputs' | 'control' | 'passesAll'> {
  outputs(activity: Activity): string[];
  lower(activity: Activity, lowering: Lowering): ReturnType<ActivityKind['lower']>;
}

/** The kind of an activity. The one place where a document's `type` becomes behaviour. */
export function kindOf(activity: Activity): AnyKind {
  return kinds[activity.type];
}
