import type { Activity, ActivityType } from '../../model/activity';
import type { ActivityKind, Lowering } from '../lowering';
import { buildAudience } from './build-audience';
import { changeDimension } from './change-dimension';
import { combine } from './combine';
import { deduplicate } from './deduplicate';
import { directMail } from './direct-mail';
import { email } from './email';
import { enrich } from './enrich';
import { readAudience } from './read-audience';
import { sample } from './sample';
import { saveAudience } from './save-audience';
import { split } from './split';
import { sql } from './sql';

const kinds: { [T in ActivityType]: ActivityKind<T> } = {
  'build-audience': buildAudience,
  'read-audience': readAudience,
  sql,
  combine,
  'change-dimension': changeDimension,
  deduplicate,
  enrich,
  split,
  sample,
  'save-audience': saveAudience,
  email,
  'direct-mail': directMail,
};

/** A kind seen from an activity whose type is not known yet. */
interface AnyKind extends Pick<ActivityKind, 'inputs'> {
  outputs(activity: Activity): string[];
  lower(activity: Activity, lowering: Lowering): ReturnType<ActivityKind['lower']>;
}

/** The kind of an activity. The one place where a document's `type` becomes behaviour. */
export function kindOf(activity: Activity): AnyKind {
  return kinds[activity.type];
}
