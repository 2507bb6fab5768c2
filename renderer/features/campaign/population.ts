import type { Activity } from '../../../core/model/activity';
import type { Audience } from '../../../core/model/audience';
import type { Campaign } from '../../../core/model/campaign';
import type { DataModel } from '../../../core/model/entity';
import { walk } from '../../state/reach';

/** The entity whose rows leave an activity, as far as the document tells. */
export function dimensionOut(
  campaign: Campaign,
  model: DataModel,
  audiences: readonly Audience[],
  activity: Activity,
  depth = 0,
): string | undefined {
  switch (activity.type) {
    case 'build-audience':
    case 'sql':
      return activity.dimension;
    case 'read-audience': {
      const audience = audiences.find((a) => a.id === activity.audience);
      return audience && walk(model, audience.dimension, activity.path)?.entity;
    }
    case 'change-dimension': {
      const from = dimensionIn(campaign, model, audiences, activity.id, depth);
      return from && walk(model, from, activity.path)?.entity;
    }
    default:
      return dimensionIn(campaign, model, audiences, activity.id, depth);
  }
}

/** The entity whose rows arrive at an activity on its first arrow. */
export function dimensionIn(
  campaign: Campaign,
  model: DataModel,
  audiences: readonly Audience[],
  id: string,
  depth = 0,
): string | undefined {
  if (depth > campaign.flow.activities.length) return undefined;
  const arrow = campaign.flow.transitions.filter((t) => t.to === id).sort((a, b) => a.input - b.input)[0];
  const source = campaign.flow.activities.find((a) => a.id === arrow?.from);
  return source && dimensionOut(campaign, model, audiences, source, depth + 1);
}

/** Columns that activities before this one add to the population. */
export function addedColumns(campaign: Campaign, id: string): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const queue = [id];
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    for (const arrow of campaign.flow.transitions) {
      if (arrow.to !== here || seen.has(arrow.from)) continue;
      seen.add(arrow.from);
      queue.push(arrow.from);
      const source = campaign.flow.activities.find((a) => a.id === arrow.from);
      if (source?.type === 'enrich') for (const addition of source.additions) found.add(addition.as);
      if (source?.type === 'split' && source.subsets.some((s) => s.code !== undefined)) found.add('segment_code');
    }
  }
  return [...found];
}
