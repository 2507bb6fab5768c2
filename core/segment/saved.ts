import type { Place } from '../base/problems';
import { type Compilation, report } from './scope';
import type { Variables } from './variables';

/**
 * What a saved rule is compiled with: the same, but for its own variables. Reports a problem where it is being expanded already.
 * @param name its kind and id, as in `filter big-spenders`
 */
export function insideSaved(compilation: Compilation, name: string, variables: Variables, place: Place): Compilation | undefined {
  const { inside } = compilation;
  const again = inside.indexOf(name);
  if (again >= 0) return report(compilation, 'rule-circle', place, { circle: [...inside.slice(again), name].join(' › ') });
  return { ...compilation, variables, inside: [...inside, name] };
}
