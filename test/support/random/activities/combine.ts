import type { ActivityOf } from '../../../../core/model/activity';
import { entityOf } from '../../evaluator/columns';
import type { Choose } from '../choose';
import { common, haveSameRows, type Made, type Maker, plain, typedNamesIn } from '../making';
import { randomModel } from '../model';
import { pathTo } from '../paths';

export const combine: Maker = (m) => {
  const { c, made } = m;
  const first = c.one(made);
  const same = made.filter((p) => haveSameRows(p, first));
  const inputs = [first, ...c.list(1, 2, () => c.one(same))];
  if (!agree(inputs)) return undefined;
  const operation = c.one(['union', 'intersection', 'exclusion'] as const);
  return {
    activity: { ...common(m), type: 'combine', operation, ...c.perhaps(35, () => ({ by: c.some(sharedBy(inputs), 1, 2) })) },
    inputs,
  };
};

/** Populations taken from one of them, whatever their dimensions. */
export const exclude: Maker = (m) => {
  const { c, made } = m;
  const inputs = c.list(2, 3, () => c.one(made));
  const at = c.int(0, inputs.length - 1);
  const primary = inputs[at];
  if (!primary) return undefined;
  const bring: NonNullable<ActivityOf<'combine'>['bring']> = [];
  for (const [input, other] of inputs.entries()) {
    const same = haveSameRows(other, primary);
    if (input === at || (same && c.chance(60))) continue;
    const brought = c.chance(50) ? byPath(c, input, other, primary) : byMatch(c, input, other, primary);
    if (brought) bring.push(brought);
    else if (!same) return undefined;
  }
  return {
    activity: {
      ...common(m),
      type: 'combine',
      operation: 'exclusion',
      ...(at > 0 ? { primary: at } : {}),
      ...(bring.length > 0 ? { bring } : {}),
    },
    inputs,
  };
};

/** Columns of one name have one type. */
function agree(inputs: readonly Made[]): boolean {
  const types = new Map<string, string>();
  return inputs
    .flatMap((i) => i.people.columns)
    .every((c) => {
      const known = types.get(c.name) ?? c.type;
      types.set(c.name, known);
      return known === c.type;
    });
}

/** Names of key attributes and added columns that every input has. */
function sharedBy(inputs: readonly Made[]): string[] {
  const named = ({ people }: Made) => [...entityOf(randomModel, people.dimension).key, ...plain(people).map((p) => p.name)];
  const [first, ...others] = inputs.map(named);
  return (first ?? []).filter((name) => others.every((other) => other.includes(name)));
}

function byPath(c: Choose, input: number, other: Made, primary: Made) {
  const walk = pathTo(c, other.people.dimension, primary.people.dimension);
  return walk && walk.path.length > 0 ? { kind: 'path' as const, input, path: walk.path } : undefined;
}

function byMatch(c: Choose, input: number, other: Made, primary: Made) {
  const theirs = typedNamesIn(other.people);
  const pairs = typedNamesIn(primary.people).flatMap((a) =>
    theirs.flatMap((b) => (a.type === b.type ? [{ primary: a.name, other: b.name }] : [])),
  );
  return pairs.length === 0 ? undefined : { kind: 'match' as const, input, on: c.some(pairs, 1, c.chance(80) ? 1 : 2) };
}
