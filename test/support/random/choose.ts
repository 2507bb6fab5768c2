import type fc from 'fast-check';

/** Choices that fast-check repeats for the same seed. */
export class Choose {
  constructor(private readonly random: fc.Random) {}

  /** From `min` to `max`, both possible. */
  int(min: number, max: number): number {
    return this.random.nextInt(min, max);
  }

  /** @param percent how often in a hundred */
  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  one<T>(list: readonly T[]): T {
    const chosen = list[this.int(0, list.length - 1)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  /** Different ones, in an order of their own. */
  some<T>(list: readonly T[], min: number, max: number): T[] {
    return this.shuffled(list).slice(0, this.int(Math.min(min, list.length), Math.min(max, list.length)));
  }

  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    return list.flatMap(() => left.splice(this.int(0, left.length - 1), 1));
  }

  list<T>(min: number, max: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.int(min, max) }, (_, i) => make(i));
  }

  /** An object with a field, or one without it. */
  perhaps<T extends object>(percent: number, make: () => T): T | Record<never, never> {
    return this.chance(percent) ? make() : {};
  }

  of<T>(...makers: (() => T)[]): T {
    return this.one(makers)();
  }
}
