import type { ActivityOf } from '../../../../core/model/activity';
import type { Column } from '../columns';
import { read } from '../here';
import { sortedBy } from '../order';
import { firstInput, hereOf, keyOfRow, keysOf, nameOf, type Outputs, type People, type Person, rowOf, without, withRest } from '../people';
import { isEmpty, reach, type World } from '../rows';

type Combine = ActivityOf<'combine'>;

export function combine(world: World, activity: Combine, inputs: readonly People[]): Outputs {
  const same = sameness(activity);
  switch (activity.operation) {
    case 'union': {
      const out = union(inputs, same);
      return { out, complement: { ...out, rows: [] } };
    }
    case 'intersection': {
      const out = intersection(inputs, same);
      return { out, complement: without(union(inputs, same), out) };
    }
    case 'exclusion':
      return exclusion(world, activity, inputs, same);
  }
}

type Sameness = (a: Person, b: Person) => boolean;

function sameness(activity: Combine): Sameness {
  const { by } = activity;
  if (!by) return (a, b) => nameOf(a) === nameOf(b);
  const value = (p: Person, column: string) => (column in p.added ? p.added[column] : p.key[column]);
  return (a, b) => by.every((column) => value(a, column) === value(b, column));
}

function allColumns(inputs: readonly People[]): Column[] {
  const columns = inputs.flatMap((i) => i.columns);
  return columns.filter((c, i) => columns.findIndex((d) => d.name === c.name) === i);
}

function union(inputs: readonly People[], same: Sameness): People {
  const columns = allColumns(inputs);
  const rows: Person[] = [];
  for (const [i, input] of inputs.entries()) {
    const earlier = inputs.slice(0, i).flatMap((e) => e.rows);
    const fresh = input.rows.filter((p) => !earlier.some((e) => same(e, p)) && !rows.some((r) => nameOf(r) === nameOf(p)));
    rows.push(...fresh.map((p) => ({ key: p.key, added: Object.fromEntries(columns.map((c) => [c.name, p.added[c.name] ?? null])) })));
  }
  return { ...firstInput(inputs), columns, rows };
}

function intersection(inputs: readonly People[], same: Sameness): People {
  const [first, ...others] = [firstInput(inputs), ...inputs.slice(1)];
  const rows = first.rows.flatMap((p) => {
    const found = others.map(
      (o) =>
        sortedBy(
          o.rows.filter((q) => same(p, q)),
          keysOf,
        )[0],
    );
    const everywhere = found.filter((q) => q !== undefined);
    if (everywhere.length < others.length) return [];
    return [{ key: p.key, added: Object.assign({}, ...everywhere.reverse().map((q) => q.added), p.added) }];
  });
  return { ...first, columns: allColumns(inputs), rows };
}

function exclusion(world: World, activity: Combine, inputs: readonly People[], same: Sameness): Outputs {
  const at = activity.primary ?? 0;
  const primary = inputs[at];
  if (!primary) throw new Error(`no input ${at}`);
  const excluders = inputs.flatMap((input, i) => (i === at ? [] : [excludes(world, activity, primary, input, i, same)]));
  return withRest(primary, { ...primary, rows: primary.rows.filter((p) => !excluders.some((has) => has(p))) });
}

function excludes(world: World, activity: Combine, primary: People, input: People, index: number, same: Sameness): (p: Person) => boolean {
  const bring = activity.bring?.find((b) => b.input === index);
  switch (bring?.kind) {
    case undefined:
      return (p) => input.rows.some((q) => same(p, q));
    case 'path': {
      const brought = input.rows.flatMap((q) => reach(world, input.dimension, rowOf(world, input, q), bring.path).rows);
      const keys = new Set(brought.map((row) => JSON.stringify(keyOfRow(world, primary.dimension, row))));
      return (p) => keys.has(nameOf(p));
    }
    case 'match': {
      const value = (people: People, p: Person, name: string) => read(world, hereOf(world, people, p), [], name).value;
      const equal = (p: Person, q: Person, pair: { primary: string; other: string }) => {
        const mine = value(primary, p, pair.primary);
        return !isEmpty(mine) && mine === value(input, q, pair.other);
      };
      return (p) => input.rows.some((q) => bring.on.every((pair) => equal(p, q, pair)));
    }
  }
}
