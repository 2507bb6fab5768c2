import type { Activity, Transition } from '../../../core/model/activity';
import type { Audience } from '../../../core/model/audience';
import type { Campaign } from '../../../core/model/campaign';
import type { DataModel } from '../../../core/model/entity';
import { carriesNobody, inputsOf } from '../../state/outputs';
import { entityNamed, walk } from '../../state/reach';

/** What rows of a file are of until they are reconciled. */
export const fileDimension = 'file';

/** Arrows that bring an activity its populations, the first input first. */
export function arrivals({ flow }: Campaign, id: string): Transition[] {
  const control = new Set(flow.activities.filter(carriesNobody).map((a) => a.id));
  return flow.transitions.filter((t) => t.to === id && !control.has(t.from)).sort((a, b) => a.input - b.input);
}

/** The input whose rows an activity is about. */
function mainInput(activity: Activity): number {
  return activity.type === 'and-join' || (activity.type === 'combine' && activity.operation === 'exclusion') ? (activity.primary ?? 0) : 0;
}

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
    case 'incremental-query':
    case 'sql':
      return activity.dimension;
    case 'load-file':
      return fileDimension;
    case 'read-audience': {
      const audience = audiences.find((a) => a.id === activity.audience);
      return audience && walk(model, audience.dimension, activity.path)?.entity;
    }
    case 'change-dimension': {
      const from = dimensionIn(campaign, model, audiences, activity.id, depth);
      return from && walk(model, from, activity.path)?.entity;
    }
    case 'reconcile':
      return activity.keepUnmatched ? dimensionIn(campaign, model, audiences, activity.id, depth) : activity.entity;
    default:
      return dimensionIn(campaign, model, audiences, activity.id, depth);
  }
}

/** The entity whose rows arrive at an activity, on the arrow it is about. */
export function dimensionIn(
  campaign: Campaign,
  model: DataModel,
  audiences: readonly Audience[],
  id: string,
  depth = 0,
): string | undefined {
  if (depth > campaign.flow.activities.length) return undefined;
  const activity = campaign.flow.activities.find((a) => a.id === id);
  const arrows = arrivals(campaign, id);
  const arrow = arrows[activity ? mainInput(activity) : 0] ?? arrows[0];
  return arrow && dimensionOn(campaign, model, audiences, arrow, depth);
}

/** The entity whose rows travel on an arrow. */
export function dimensionOn(
  campaign: Campaign,
  model: DataModel,
  audiences: readonly Audience[],
  { from }: Transition,
  depth = 0,
): string | undefined {
  const source = campaign.flow.activities.find((a) => a.id === from);
  return source && dimensionOut(campaign, model, audiences, source, depth + 1);
}

/** Columns an activity puts beside the key. */
function columnsOf(activity: Activity, model: DataModel, audiences: readonly Audience[]): string[] {
  switch (activity.type) {
    case 'enrich':
      return activity.additions.flatMap((addition) =>
        addition.kind === 'collect' ? [...collectedColumns(addition), addition.as] : [addition.as],
      );
    case 'split':
      return activity.subsets.some((s) => s.code !== undefined) ? ['segment_code'] : [];
    case 'load-file':
      return activity.columns.filter((c) => !c.ignore).map((c) => c.attribute);
    case 'reconcile':
      return activity.keepUnmatched ? (entityNamed(model, activity.entity)?.key ?? []) : [];
    case 'read-audience': {
      const definition = audiences.find((a) => a.id === activity.audience)?.definition;
      const kept = definition?.kind === 'snapshot' ? (definition.columns ?? []).map((c) => c.name) : [];
      return [...kept, ...(activity.attributes ?? []).map((a) => a.as)];
    }
    default:
      return [];
  }
}

/** The numbered columns of related rows: `{as}_{n}_{attribute}`. */
export function collectedColumns({ as, count, attributes }: { as: string; count: number; attributes: readonly string[] }): string[] {
  return Array.from({ length: count }, (_, i) => attributes.map((attribute) => `${as}_${i + 1}_${attribute}`)).flat();
}

/** Columns that activities before this one add to the population. */
export function addedColumns(campaign: Campaign, model: DataModel, audiences: readonly Audience[], id: string): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const queue = [id];
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    for (const arrow of campaign.flow.transitions) {
      if (arrow.to !== here || seen.has(arrow.from)) continue;
      seen.add(arrow.from);
      queue.push(arrow.from);
      const source = campaign.flow.activities.find((a) => a.id === arrow.from);
      if (source) found.push(...columnsOf(source, model, audiences));
    }
  }
  return [...new Set(found)];
}

/** Columns that leave an activity beside the key. */
export function columnsFrom(campaign: Campaign, model: DataModel, audiences: readonly Audience[], activity: Activity): string[] {
  return [...new Set([...columnsOf(activity, model, audiences), ...addedColumns(campaign, model, audiences, activity.id)])];
}

/** What may stand behind an activity: sources behind a start, and what takes people behind all others. */
export function mayFollow(type: Activity['type'], before: Activity['type']): boolean {
  if (carriesNobody({ type })) return false;
  return carriesNobody({ type: before }) ? inputsOf({ type }).least === 0 : inputsOf({ type }).most > 0;
}
