import type { Activity } from '../../core/model/activity';

export const mainOutput = 'out';
export const complementOutput = 'complement';

/** Activities whose rows that were not passed on can be asked for. */
const withComplement: ReadonlySet<Activity['type']> = new Set([
  'build-audience',
  'combine',
  'change-dimension',
  'deduplicate',
  'split',
  'email',
  'direct-mail',
]);

export function canHaveComplement(activity: Activity): boolean {
  return withComplement.has(activity.type);
}

/** The outputs an activity has, in the order they are drawn. */
export function outputsOf(activity: Activity): string[] {
  const own = activity.type === 'split' ? activity.subsets.map((subset) => subset.id) : [mainOutput];
  return activity.complement && canHaveComplement(activity) ? [...own, complementOutput] : own;
}

/** How many inputs an activity can take. */
export function inputsOf(activity: Activity): { least: number; most: number } {
  switch (activity.type) {
    case 'read-audience':
      return { least: 0, most: 0 };
    case 'build-audience':
      return { least: 0, most: 1 };
    case 'sql':
      return { least: 0, most: 9 };
    case 'combine':
      return { least: 2, most: 20 };
    default:
      return { least: 1, most: 1 };
  }
}
