import type { Campaign } from '../../../../core/model/campaign';
import { boxesOf, framesOf } from './frames';
import type { Placed } from './nodes';
import { spotsOf } from './tidy';

export function placedOf(campaign: Campaign): Placed {
  const boxes = boxesOf(campaign, spotsOf(campaign));
  return { campaign, boxes, frames: framesOf(campaign, boxes) };
}
