import type { Audience } from '../../../../core/model/audience';
import type { Campaign } from '../../../../core/model/campaign';
import type { DataModel } from '../../../../core/model/entity';
import type { Text } from '../../../text/use-text';
import { dimensionOut, fileDimension } from '../population';
import { labelOf } from '../sentence';

/** Rows that can be followed through a campaign: of an entity, or lines of a file; `from` are the activities that pass them on. */
export interface Followable {
  value: string;
  label: string;
  from: string[];
}

export function followable(campaign: Campaign, model: DataModel, audiences: readonly Audience[], t: Text): Followable[] {
  const found = new Map<string, Followable>();
  for (const activity of campaign.flow.activities) {
    const dimension = dimensionOut(campaign, model, audiences, activity);
    const ofFile = dimension === fileDimension;
    if (dimension === undefined || (ofFile && activity.type !== 'load-file')) continue;
    const value = ofFile ? activity.id : dimension;
    const known = found.get(value) ?? { value, label: ofFile ? t.why.file(labelOf(activity, t)) : dimension, from: [] };
    found.set(value, { ...known, from: [...known.from, activity.id] });
  }
  return [...found.values()];
}
