const order = new Intl.Collator(undefined, { numeric: true }).compare;

/** As people look for names: without regard to capitals, and 2 before 10. */
export const byName = <T extends { name: string }>(list: readonly T[]): T[] => list.toSorted((a, b) => order(a.name, b.name));
