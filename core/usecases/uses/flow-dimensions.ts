import { unreachable } from '../../base/never';
import type { Activity, Flow } from '../../model/activity';
import type { Audience } from '../../model/audience';
import type { DataModel } from '../../model/entity';
import { findHop } from '../../segment/population';

/** The entity a path leads to, as far as the links exist. */
export function endOf(model: DataModel, entity: string | undefined, path: readonly string[]): string | undefined {
  return path.reduce<string | undefined>(
    (here, link) => (here === undefined ? undefined : findHop(model, here, link)?.target.name),
    entity,
  );
}

/** The dimension of what each activity takes and passes on; `undefined` for lines of a file, and where the flow is broken. */
export function flowDimensions(
  flow: Flow,
  model: DataModel,
  audiences: readonly Audience[],
): { into(activity: Activity, input?: number): string | undefined; outOf(activity: Activity): string | undefined } {
  const known = new Map<string, string | undefined>();
  const into = (activity: Activity, input = 0): string | undefined => {
    const arrow = flow.transitions.filter((t) => t.to === activity.id).sort((a, b) => a.input - b.input)[input];
    const from = flow.activities.find((a) => a.id === arrow?.from);
    return from && outOf(from);
  };
  const outOf = (activity: Activity): string | undefined => {
    // A circle has no dimension.
    if (!known.has(activity.id)) {
      known.set(activity.id, undefined);
      known.set(activity.id, found(activity));
    }
    return known.get(activity.id);
  };
  const found = (activity: Activity): string | undefined => {
    switch (activity.type) {
      case 'build-audience':
      case 'incremental-query':
      case 'sql':
        return activity.dimension;
      case 'read-audience': {
        const audience = audiences.find((a) => a.id === activity.audience);
        return endOf(model, audience?.dimension, activity.path ?? []);
      }
      case 'reconcile':
        return activity.keepUnmatched ? into(activity) : activity.entity;
      case 'change-dimension':
        return endOf(model, into(activity), activity.path);
      case 'combine':
      case 'and-join':
        return into(activity, activity.primary ?? 0);
      case 'load-file':
      case 'start':
        return undefined;
      case 'deduplicate':
      case 'enrich':
      case 'split':
      case 'sample':
      case 'save-audience':
      case 'fork':
      case 'wait':
      case 'test':
      case 'alert':
      case 'end':
      case 'email':
      case 'direct-mail':
        return into(activity);
      default:
        return unreachable(activity);
    }
  };
  return { into, outOf };
}
