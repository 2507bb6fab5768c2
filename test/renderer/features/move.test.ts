import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../core/model/rule';
import { moveAlong, moveIn } from '../../../renderer/features/campaign/rules/move';

const part = (attribute: string): Rule => ({ kind: 'attribute', attribute, test: { op: 'empty' } });
const [a, b, c] = [part('a'), part('b'), part('c')];
const any = (...rules: Rule[]): Rule => ({ kind: 'any', rules });

describe('moving a part of a rule', () => {
  it('changes places with its neighbour, and stays at an end', () => {
    expect(moveAlong([a, b, c], 1, -1)).toEqual({ rules: [b, a, c], moved: { at: 1, of: 3, where: 'here' } });
    expect(moveAlong([a, b], 0, 1)?.rules).toEqual([b, a]);
    expect(moveAlong([a, b], 0, -1)).toBeUndefined();
    expect(moveAlong([a, b], 1, 1)).toBeUndefined();
  });

  it('goes to the end of the group before it, else to the beginning of the one behind it', () => {
    expect(moveIn([any(a), b, any(c)], 1)).toEqual({ rules: [any(a, b), any(c)], moved: { at: 2, of: 2, where: 'within' } });
    expect(moveIn([b, any(a, c)], 0)).toEqual({ rules: [any(b, a, c)], moved: { at: 1, of: 3, where: 'within' } });
    expect(moveIn([a, b], 1)).toBeUndefined();
  });

  it('goes into a group of none, which is a negated one', () => {
    const none = (...rules: Rule[]): Rule => ({ kind: 'not', rule: any(...rules) });
    expect(moveIn([none(a), b], 1)?.rules).toEqual([none(a, b)]);
  });
});
