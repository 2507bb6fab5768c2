import type { ActivityOf } from '../../../../core/model/activity';
import type { Column } from '../columns';
import { entityOf, typeOf } from '../columns';
import { bare, read } from '../here';
import { ascending, sortedBy } from '../order';
import { hereOf, keyOfRow, keysOf, nameOf, type Outputs, type People, type Person, without } from '../people';
import { folded, isEmpty, type Row, type Value, type World } from '../rows';
import { keyOf, selects } from '../rule';

type Reconcile = ActivityOf<'reconcile'>;
type Normaliser = Reconcile['on'][number]['normaliser'];

export function reconcile(world: World, activity: Reconcile, input: People): Outputs {
  const rows = sortedBy(input.rows, keysOf).map((p) => ({ p, ...bound(world, activity, input, p) }));
  return activity.keepUnmatched ? beside(world, activity, input, rows) : arrived(world, activity, input, rows);
}

interface Bound {
  p: Person;
  found: Row[];
  /** It found several, and that is too many. */
  rejected: boolean;
}

function bound(world: World, { entity, on, where, several }: Reconcile, input: People, p: Person): Omit<Bound, 'p'> {
  const here = hereOf(world, input, p);
  const found = (world.data[entity] ?? []).filter(
    (row) =>
      (!where || selects(world, where, bare(entity, row))) &&
      on.every(({ column, attribute, normaliser }) => {
        const mine = normal(read(world, here, [], column).value, normaliser);
        return mine !== null && mine === normal(row[attribute] ?? null, normaliser);
      }),
  );
  if (found.length < 2 || several.kind === 'all') return { found, rejected: false };
  if (several.kind === 'reject') return { found: [], rejected: true };
  const queue = sortedBy(found, (row) => [
    ...several.order.map((o) => ({ value: row[o.attribute] ?? null, descending: o.direction === 'descending' })),
    ...keyOf(world, entity, row).map(ascending),
  ]);
  return { found: queue.slice(0, 1), rejected: false };
}

/** What is left of a value for comparing, `null` where nothing is. */
function normal(value: Value, normaliser: Normaliser): Value {
  if (isEmpty(value)) return null;
  if (normaliser === 'none') return value;
  const text = String(value).trim();
  const left = { text: folded(text), email: text.toLowerCase(), phone: phoneOf(text) }[normaliser];
  return left === '' ? null : left;
}

/** An international number as a plus and its digits, another as its digits. */
function phoneOf(text: string): string {
  const marks = text.replace(/[^0-9+()]/g, '');
  const abroad = /^[()]*([+]|00)/.test(marks);
  const plain = abroad ? marks.replace('(0)', '') : marks;
  const digits = plain.replace(/[^0-9]/g, '');
  if (!abroad) return digits;
  const rest = digits.replace(/^00/, '');
  return rest === '' ? '' : `+${rest}`;
}

/** Rows of the entity, each with the columns of the first row that found it; who is the first nowhere is left. */
function arrived(world: World, { entity }: Reconcile, input: People, rows: readonly Bound[]): Outputs {
  const key = entityOf(world.model, entity).key.map((k) => k.toLowerCase());
  const columns = input.columns.filter((c) => !key.includes(c.name.toLowerCase()));
  const out = new Map<string, { finder: Person; row: Person }>();
  for (const { p, found } of rows) {
    for (const row of found) {
      const added = Object.fromEntries(columns.map((c) => [c.name, p.added[c.name] ?? null]));
      const person = { key: keyOfRow(world, entity, row), added };
      if (!out.has(nameOf(person))) out.set(nameOf(person), { finder: p, row: person });
    }
  }
  const made = [...out.values()];
  return {
    out: { dimension: entity, columns, rows: made.map((m) => m.row) },
    complement: without(input, { ...input, rows: made.map((m) => m.finder) }),
  };
}

/** The rows there were, with the key of what each found beside it; who found too many is left. */
function beside(world: World, { entity }: Reconcile, input: People, rows: readonly Bound[]): Outputs {
  const taken = [...entityOf(world.model, input.dimension).key, ...input.columns.map((c) => c.name)];
  const keys = entityOf(world.model, entity).key.map((attribute) => {
    const column: Column = { name: freeName(attribute, taken), type: typeOf(world.model, entity, attribute) };
    taken.push(column.name);
    return { attribute, column };
  });
  const kept = rows.filter((r) => !r.rejected);
  const out = kept.map(({ p, found: [row] }) => ({
    key: p.key,
    added: { ...p.added, ...Object.fromEntries(keys.map(({ attribute, column }) => [column.name, row?.[attribute] ?? null])) },
  }));
  return {
    out: {
      ...input,
      bound: { entity, columns: keys.map((k) => k.column.name) },
      columns: [...input.columns, ...keys.map((k) => k.column)],
      rows: out,
    },
    complement: { ...input, rows: rows.filter((r) => r.rejected).map((r) => r.p) },
  };
}

/** With underscores at its end until no other has the name, in whatever letter case. */
function freeName(wanted: string, taken: readonly string[]): string {
  return taken.some((name) => name.toLowerCase() === wanted.toLowerCase()) ? freeName(`${wanted}_`, taken) : wanted;
}
