/** What a link is called from the side that refers: `customer`, or `customer (billed_to)` where one entity refers to another twice. */
export function forward(attribute: string, to: string, choices: number): string {
  return choices > 1 ? `${singular(to)} (${attribute})` : singular(to);
}

export function backward(from: string, attribute: string, choices: number): string {
  return choices > 1 ? `${from} (${attribute})` : from;
}

export function singular(name: string): string {
  return name
    .replace(/ies$/, 'y')
    .replace(/(?<=(ss|sh|ch|x))es$/, '')
    .replace(/(?<!s)s$/, '');
}
