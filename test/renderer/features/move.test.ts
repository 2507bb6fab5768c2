import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rule, rule as ruleSchema } from '../../../core/model/rule';
import { isGroup, unpack } from '../../../renderer/features/campaign/rules/group';
import { type Direction, moveTo, spotTowards } from '../../../renderer/features/campaign/rules/move';
import { grouped, groupedPlace, partAt, placeThere, type Spot } from '../../../renderer/features/campaign/rules/parts';

const part = (attribute: string): Rule => ({ kind: 'attribute', attribute, test: { op: 'empty' } });
const [a, b, c] = [part('a'), part('b'), part('c')];
const all = (...rules: Rule[]): Rule => ({ kind: 'all', rules });
const any = (...rules: Rule[]): Rule => ({ kind: 'any', rules });
const none = (...rules: Rule[]): Rule => ({ kind: 'not', rule: any(...rules) });
const orders = (where: Rule): Rule => ({ kind: 'related', quantifier: 'some', path: ['orders'], where });

const at = (index: number, ...group: Spot['group']): Spot => ({ group, index });
const towards = (root: Rule, from: Spot, direction: Direction) => {
  const to = spotTowards(root, from, direction);
  return to && moveTo(root, from, to);
};

describe('moving a part of a rule by keys', () => {
  it('changes places with its neighbour, and stays at an end', () => {
    expect(towards(all(a, b, c), at(1), 'up')).toEqual({ rule: all(b, a, c), at: 1, of: 3, elsewhere: false });
    expect(towards(all(a, b), at(0), 'down')).toEqual({ rule: all(b, a), at: 2, of: 2, elsewhere: false });
    expect(towards(all(a, b), at(0), 'up')).toBeUndefined();
    expect(towards(all(a, b), at(1), 'down')).toBeUndefined();
  });

  it('goes to the end of the group before it, else to the beginning of the one behind it', () => {
    expect(towards(all(any(a), b, any(c)), at(1), 'in')).toEqual({ rule: all(any(a, b), any(c)), at: 2, of: 2, elsewhere: true });
    expect(towards(all(b, any(a, c)), at(0), 'in')).toEqual({ rule: all(any(b, a, c)), at: 1, of: 3, elsewhere: true });
    expect(towards(all(a, b), at(1), 'in')).toBeUndefined();
  });

  it('goes into a group of none, which is a negated one, and into a negated condition', () => {
    expect(towards(all(none(a), b), at(1), 'in')?.rule).toEqual(all(none(a, b)));
    expect(towards(all({ kind: 'not', rule: a }, b), at(1), 'in')?.rule).toEqual(all(none(a, b)));
  });

  it('goes out behind its group, and out of no frame', () => {
    expect(towards(all(any(a, b), c), at(0, 'rules', 0), 'out')).toEqual({ rule: all(any(b), a, c), at: 2, of: 3, elsewhere: true });
    expect(towards(all(orders(all(a, b))), at(0, 'rules', 0, 'where'), 'out')).toBeUndefined();
  });
});

describe('moving a part of a rule to any gap', () => {
  it('takes along what is in it', () => {
    const group = any(a, orders(all(b)));
    const moved = moveTo(all(group, all(c)), at(0), at(1, 'rules', 1));
    expect(moved).toEqual({ rule: all(all(c, group)), at: 2, of: 2, elsewhere: true });
    expect(moved && partAt(moved.rule, ['rules', 0, 'rules', 1])).toBe(group);
  });

  it('leads nowhere where it is, nor inside itself', () => {
    const rule = all(any(a, any(b)), c);
    for (const to of [at(0), at(1), at(0, 'rules', 0), at(1, 'rules', 0, 'rules', 1)]) expect(moveTo(rule, at(0), to)).toBeUndefined();
  });

  it('takes the group along that it leaves empty, since that would let in all or nobody', () => {
    expect(moveTo(all(any(all(a)), b), at(0, 'rules', 0, 'rules', 0), at(2))).toEqual({ rule: all(b, a), at: 2, of: 2, elsewhere: true });
    expect(moveTo(all({ kind: 'not', rule: a }, b), at(0, 'rules', 0), at(2))?.rule).toEqual(all(b, a));
  });

  it('leaves a frame in its place, that then asks nothing', () => {
    const top: Rule = { kind: 'top', count: 3, order: [], among: any(a) };
    expect(moveTo(all(top), at(0, 'rules', 0, 'among'), at(1))?.rule).toEqual(all({ ...top, among: all() }, a));
  });

  it('leaves what is elsewhere the very same', () => {
    const [left, right] = [any(a), orders(all(b))];
    const moved = moveTo(all(left, right, any(c, a)), at(0, 'rules', 2), at(3));
    expect(moved && [partAt(moved.rule, ['rules', 0]), partAt(moved.rule, ['rules', 1])]).toEqual([left, right]);
    expect(moved && partAt(moved.rule, ['rules', 0])).toBe(left);
  });
});

it('shows a rule that is no group as the only part of one, also in a frame', () => {
  const whole = all(orders(a));
  expect(grouped(whole)).toEqual(all(orders(all(a))));
  expect(groupedPlace(whole, ['rules', 0, 'where'])).toEqual(['rules', 0, 'where', 'rules', 0]);
  expect(grouped(orders(all(b)))).toEqual(all(orders(all(b))));
  expect(groupedPlace(orders(any(a, b)), ['where', 'rules', 1])).toEqual(['rules', 0, 'where', 'rules', 1]);
  const shown = all(orders(all(a)), any(b));
  expect(grouped(shown)).toBe(shown);
});

describe('any move of any rule', () => {
  const tree = fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.string({ minLength: 1, maxLength: 3, unit: 'grapheme-ascii' }).map((name) => part(`x${name}`)),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((rules) => all(...rules)),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((rules) => any(...rules)),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((rules) => none(...rules)),
      tie('rule').map((rule): Rule => ({ kind: 'not', rule })),
      tie('rule').map(orders),
    ),
  })).rule;

  function gaps(root: Rule, group: Spot['group'] = []): Spot[] {
    const here = partAt(root, group);
    if (!here) return [];
    if (here.kind === 'related') return gaps(root, [...group, 'where']);
    if (!isGroup(here)) return [];
    const { rules, steps } = unpack(here);
    return [
      ...rules.map((_, i) => at(i, ...group)),
      at(rules.length, ...group),
      ...rules.flatMap((_, i) => gaps(root, [...group, ...steps(i)])),
    ];
  }

  const leaves = (rule: Rule): string[] =>
    [...JSON.stringify(rule).matchAll(/"attribute":"([^"\\]*(?:\\.[^"\\]*)*)"/g)].map((m) => m[0]).sort();

  it('loses nothing, doubles nothing, and moves the part as it is', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), (rule, f, t) => {
        const root = grouped(rule);
        const spots = gaps(root);
        const froms = spots.filter((spot) => placeThere(root, spot));
        const [from, to] = [froms[f % froms.length], spots[t % spots.length]];
        if (!from || !to) return;
        const moved = moveTo(root, from, to);
        if (!moved) return;
        expect(ruleSchema.safeParse(moved.rule).success).toBe(true);
        expect(leaves(moved.rule)).toEqual(leaves(root));
        const part = partAt(root, placeThere(root, from) ?? []);
        const found = gaps(moved.rule).filter((spot) => {
          const place = placeThere(moved.rule, spot);
          return place && partAt(moved.rule, place) === part;
        });
        expect(found.map(({ index }) => index + 1)).toEqual([moved.at]);
      }),
    );
  });
});
