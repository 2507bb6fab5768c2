import type { Use } from '../../model/use';
import type { Context } from '../context';

/** The name of what uses something and the places, shortened to what a person finds them by: the activity, or the part of the document. */
export function toldUse(ctx: Context, { kind, id, name, places }: Pick<Use, 'kind' | 'id' | 'name' | 'places'>): string {
  const activities = kind === 'campaign' ? (ctx.store.read('campaign', id)?.flow.activities ?? []) : [];
  const told = places.map(([first, second]) => {
    if (first === 'activities') return activities.find((a) => a.id === second)?.label ?? String(second);
    const part = kind === 'audience' || kind === 'workspace' ? second : undefined;
    return part === undefined ? String(first) : `${first} › ${part}`;
  });
  return `${name} (${[...new Set(told)].join('; ')})`;
}
