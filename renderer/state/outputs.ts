import type { Activity, ActivityType } from '../../core/model/activity';

export const mainOutput = 'out';
export const complementOutput = 'complement';
/** The output of a test when nothing holds. */
export const defaultOutput = 'default';

/** Activities whose rows that were not passed on can be asked for. */
const withComplement: ReadonlySet<ActivityType> = new Set([
  'build-audience',
  'incremental-query',
  'load-file',
  'reconcile',
  'combine',
  'change-dimension',
  'deduplicate',
  'split',
  'sample',
  'email',
  'direct-mail',
]);

/** Their rest is nobody, or there is one only where their rows are those of their input: it is drawn where a document asks for it, not offered. */
const withRareComplement: ReadonlySet<ActivityType> = new Set(['sql', 'test']);

export function canHaveComplement({ type, complement }: Activity): boolean {
  return withComplement.has(type) || (complement === true && withRareComplement.has(type));
}

function ownOutputs(activity: Activity): string[] {
  switch (activity.type) {
    case 'split':
      return activity.subsets.map((subset) => subset.id);
    case 'fork':
      return activity.branches.map((branch) => branch.id);
    case 'test':
      return [...activity.branches.map((branch) => branch.id), ...(activity.default ? [defaultOutput] : [])];
    case 'end':
      return [];
    default:
      return [mainOutput];
  }
}

/** The outputs an activity has, in the order they are drawn. */
export function outputsOf(activity: Activity): string[] {
  const own = ownOutputs(activity);
  return activity.complement && canHaveComplement(activity) ? [...own, complementOutput] : own;
}

/** Whether its arrows carry nobody: they only say what begins the flow. */
export function carriesNobody({ type }: { type: ActivityType }): boolean {
  return type === 'start';
}

/** How many inputs an activity can take. */
export function inputsOf({ type }: { type: ActivityType }): { least: number; most: number } {
  switch (type) {
    case 'start':
    case 'read-audience':
    case 'load-file':
      return { least: 0, most: 0 };
    case 'build-audience':
    case 'incremental-query':
      return { least: 0, most: 1 };
    case 'sql':
      return { least: 0, most: 9 };
    case 'combine':
    case 'and-join':
      return { least: 2, most: 20 };
    default:
      return { least: 1, most: 1 };
  }
}
