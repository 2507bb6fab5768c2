import type { Rule } from '../../../../core/model/rule';
import { isGroup } from './group';
import { partAt, partsAt, placeOf, placeThere, replaced, type Spot, spotOf, startsWith, withoutPart, withPart } from './parts';

export type Direction = 'up' | 'down' | 'in' | 'out';

/** A rule of which a part was moved, and where it came to be: the nth of so many, in the group it was in or `elsewhere`. */
export interface Moved {
  rule: Rule;
  at: number;
  of: number;
  elsewhere: boolean;
}

/** Moves a part, with all that is in it, to a gap; undefined where it would come to be where it is, or inside itself. */
export function moveTo(root: Rule, from: Spot, to: Spot): Moved | undefined {
  const place = placeThere(root, from);
  const part = place && partAt(root, place);
  const group = partAt(root, to.group);
  if (!place || !part || !group || !isGroup(group) || startsWith(to.group, place)) return undefined;
  const here = to.group.length === from.group.length && startsWith(to.group, from.group);
  if (here && (to.index === from.index || to.index === from.index + 1)) return undefined;
  // What is left in its place keeps every other place what it is, and is found again wherever it then is.
  const hole: Rule = { kind: 'all', rules: [] };
  const both = withPart(
    replaced(root, place, () => hole),
    to,
    part,
  );
  const rule = withoutPart(both, placeOf(both, hole) ?? []);
  const spot = spotOf(rule, placeOf(rule, part) ?? []);
  return spot && { rule, at: spot.index + 1, of: partsAt(rule, spot.group).length, elsewhere: !here };
}

/** The gap that lies in a direction: past a neighbour, within the group before it, else behind it, or behind the group around it. */
export function spotTowards(root: Rule, { group, index }: Spot, direction: Direction): Spot | undefined {
  const parts = partsAt(root, group);
  switch (direction) {
    case 'up':
      return index > 0 ? { group, index: index - 1 } : undefined;
    case 'down':
      return index + 1 < parts.length ? { group, index: index + 2 } : undefined;
    case 'in': {
      const beside = [index - 1, index + 1].find((i) => parts[i] && isGroup(parts[i]));
      const into = beside === undefined ? undefined : placeThere(root, { group, index: beside });
      return into && { group: into, index: beside === index - 1 ? partsAt(root, into).length : 0 };
    }
    case 'out': {
      const around = spotOf(root, group);
      return around && { ...around, index: around.index + 1 };
    }
  }
}
