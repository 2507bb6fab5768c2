import type { Problem } from '../../../core/base/problems';
import type { Campaign } from '../../../core/model/campaign';
import type { Selection } from '../../state/look';

/** The open campaign as it is drawn: a moment behind what is typed. */
export interface Drawn {
  campaign: Campaign;
  problems: readonly Problem[];
  selection: Selection;
}
