import type { Rule } from '../../../../core/model/rule';
import { isGroup, pack, unpack } from './group';

export type Direction = 'up' | 'down' | 'in' | 'out';

/** Where a part came to be: the nth of so many, in the group it was in, one within it or the one around. */
export interface Moved {
  at: number;
  of: number;
  where: 'here' | 'within' | 'around';
}

export type Move = { rules: Rule[]; moved: Moved } | undefined;

/** The parts of a group once one has changed places with its neighbour. */
export function moveAlong(rules: readonly Rule[], index: number, by: -1 | 1): Move {
  const [part, other] = [rules[index], rules[index + by]];
  if (!part || !other) return undefined;
  const next = rules.with(index, other).with(index + by, part);
  return { rules: next, moved: { at: index + by + 1, of: rules.length, where: 'here' } };
}

/** The parts of a group once one has gone into the group before it, else into the one behind it. */
export function moveIn(rules: readonly Rule[], index: number): Move {
  const part = rules[index];
  const into = [index - 1, index + 1].find((i) => rules[i] && isGroup(rules[i]));
  const group = into === undefined ? undefined : rules[into];
  if (!part || into === undefined || !group || !isGroup(group)) return undefined;
  const { kind, rules: inner } = unpack(group);
  const joined = into < index ? [...inner, part] : [part, ...inner];
  const moved: Moved = { at: joined.indexOf(part) + 1, of: joined.length, where: 'within' };
  return { rules: rules.with(into, pack(kind, joined)).toSpliced(index, 1), moved };
}
