import fc from 'fast-check';
import { Case } from './case';
import { Choose } from './choose';
import { type Fill, randomParts } from './generate';
import { smaller } from './smaller';

/** Cases drawn by choices, cut smaller by their structure rather than by the choices. */
class Cases extends fc.Arbitrary<Case> {
  constructor(private readonly fill: Fill) {
    super();
  }

  override generate(random: fc.Random): fc.Value<Case> {
    return new fc.Value(new Case(randomParts(new Choose(random), this.fill), true), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Case {
    return value instanceof Case;
  }

  override shrink(value: Case, context: unknown): fc.Stream<fc.Value<Case>> {
    const helped = typeof context === 'number' ? context : 0;
    return fc.stream(smaller(value, helped)).map((found) => new fc.Value(found.smaller, found.helped));
  }
}

export function cases(fill: Fill): fc.Arbitrary<Case> {
  return fc.limitShrink(new Cases(fill), 600);
}
