import { incoming } from '../../../core/flow/graph';
import type { Activity, Flow } from '../../../core/model/activity';
import type { Told } from './compiled';

/** What is wrong with the keys that a flow's transitions have, whatever its rules mean; nothing when all adds up. */
export function whatDoesNotAddUp(flow: Flow, outputs: ReadonlyMap<string, Told>): string[] {
  return [
    ...[...outputs].flatMap(([transition, told]) => wrongKeys(transition, told)),
    ...flow.activities.flatMap((a) => wrongParts(flow, a, outputs)),
  ];
}

/** One row per key, and no key without a value. */
function wrongKeys(transition: string, { keys }: Told): string[] {
  const twice = keys.filter((k, i) => k === keys[i - 1]);
  const empty = keys.filter((k) => (JSON.parse(k) as unknown[]).includes(null));
  return [...twice.map((k) => `${transition} has ${k} twice`), ...empty.map((k) => `${transition} has the key ${k}`)];
}

function wrongParts(flow: Flow, activity: Activity, outputs: ReadonlyMap<string, Told>): string[] {
  const keys = (transition: string) => outputs.get(transition)?.keys ?? [];
  const arrows = incoming(flow, activity.id);
  const inputs = arrows.map((t) => keys(`${t.from}:${t.output}`));
  const parts = (...names: string[]) => names.flatMap((name) => keys(`${activity.id}:${name}`));
  const has = (name: string) => outputs.has(`${activity.id}:${name}`);
  const [input = []] = inputs;
  const same = (what: string, found: readonly string[], wanted: readonly string[]) =>
    JSON.stringify([...found].sort()) === JSON.stringify([...wanted].sort()) ? [] : [`${activity.id}: ${what}: ${found} are not ${wanted}`];
  const whole = (wanted: readonly string[]) => (has('complement') ? same('output and complement', parts('out', 'complement'), wanted) : []);
  switch (activity.type) {
    case 'build-audience':
      return arrows.length > 0 ? whole(input) : [];
    case 'incremental-query':
      return arrows.length > 0 ? whole(input) : [];
    case 'deduplicate':
    case 'sample':
      return whole(input);
    case 'combine':
      if (activity.by) return [];
      if (activity.operation === 'exclusion') return whole(inputs[activity.primary ?? 0] ?? []);
      return whole([...new Set(inputs.flat())]);
    case 'split': {
      const subsets = parts(...activity.subsets.map((s) => s.id));
      const distinct = activity.overlap ? [...new Set(subsets)] : subsets;
      if (new Set(distinct).size < distinct.length) return [`${activity.id}: its subsets are not disjoint`];
      return has('complement') ? same('subsets and complement', [...distinct, ...parts('complement')], input) : [];
    }
    case 'reconcile':
      return activity.keepUnmatched ? whole(input) : [];
    case 'enrich':
    case 'wait':
    case 'alert':
    case 'save-audience':
      return outputs.has(`${activity.id}:out`) ? same('what is passed on', parts('out'), input) : [];
    default:
      return [];
  }
}
