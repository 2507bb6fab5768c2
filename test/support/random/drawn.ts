import fc from 'fast-check';
import { Choose } from './choose';

/** A value drawn by choices; not cut smaller. */
export class Drawn<T> extends fc.Arbitrary<T> {
  constructor(private readonly draw: (c: Choose) => T) {
    super();
  }
  override generate(random: fc.Random): fc.Value<T> {
    return new fc.Value(this.draw(new Choose(random)), undefined);
  }
  override canShrinkWithoutContext(value: unknown): value is T {
    return value === undefined;
  }
  override shrink(): fc.Stream<fc.Value<T>> {
    return fc.Stream.nil();
  }
}
