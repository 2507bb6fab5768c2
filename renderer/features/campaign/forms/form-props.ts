import type { ActivityOf, ActivityType } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';

/** What the form of one kind of activity gets. `dimension`: the entity whose rows arrive; `added`: columns they carry besides. */
export interface FormProps<T extends ActivityType> {
  activity: ActivityOf<T>;
  campaign: Campaign;
  dimension: string | undefined;
  added: readonly string[];
  /** `squash` joins edits in a row, such as typing, into one step of undo. */
  onChange: (activity: ActivityOf<T>, squash?: string) => void;
}
