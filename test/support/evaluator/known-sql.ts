import type { Column } from './columns';
import type { People, Person } from './people';
import type { Row, World } from './rows';
import type { Logic } from './test';

type Condition = (row: Row, variables: World['variables']) => Logic;

const above =
  (attribute: string, limit: number): Condition =>
  (row) => {
    const value = row[attribute];
    return typeof value === 'number' ? value > limit : null;
  };
const atLeast =
  (attribute: string, limit: number): Condition =>
  (row) => {
    const value = row[attribute];
    return typeof value === 'number' ? value >= limit : null;
  };
const both = (a: Logic, b: Logic): Logic => (a === false || b === false ? false : a === null || b === null ? null : true);
const either = (a: Logic, b: Logic): Logic => (a === true || b === true ? true : a === null || b === null ? null : false);

/** What these texts mean for a row, worked out by hand. */
export const conditions: Record<string, Record<string, Condition>> = {
  customers: {
    'score > 1': above('score', 1),
    'vip OR score > 1': (row) => either(typeof row.vip === 'boolean' ? row.vip : null, above('score', 1)(row, {})),
    "coalesce(country, '') = ''": (row) => (row.country ?? '') === '',
    'length(first_name) = 1 -- one letter': (row) => (row.first_name === null ? null : [...String(row.first_name)].length === 1),
  },
  orders: {
    'total > 5': above('total', 500),
    'order_id % 2 = 0': (row) => Number(row.order_id) % 2 === 0,
  },
  cards: { 'points >= $many AND $many > 1': (row, { many }) => both(atLeast('points', Number(many))(row, {}), Number(many) > 1) },
  lines: { 'quantity > line': (row) => (row.quantity === null ? null : Number(row.quantity) > Number(row.line)) },
  stores: { "code <> 'S1'": (row) => row.code !== 'S1' },
};

export function selectedBySql(sql: string, row: Row, variables: World['variables']): Logic {
  for (const known of Object.values(conditions)) {
    const condition = known[sql];
    if (condition) return condition(row, variables);
  }
  throw new Error(`${sql} is not known here`);
}

interface Statement {
  dimension: string;
  /** Populations it reads, of its own dimension. */
  inputs: number;
  run(world: World, inputs: readonly People[]): People;
}

const customers = (rows: Person[], columns: Column[] = []): People => ({ dimension: 'customers', columns, rows });
const idOf = (p: Person) => Number(p.key.id);

/** What these statements give, worked out by hand. Each has one row per key of its dimension. */
export const statements: Record<string, Statement> = {
  'SELECT id, score * 2 AS twice FROM customers WHERE id % 2 = 1': {
    dimension: 'customers',
    inputs: 0,
    run: (world) =>
      customers(
        rowsOf(world, 'customers')
          .filter((r) => Number(r.id) % 2 === 1)
          .map((r) => ({ key: { id: r.id ?? null }, added: { twice: r.score === null ? null : Number(r.score) * 2 } })),
        [{ name: 'twice', type: 'number' }],
      ),
  },
  'SELECT customer_id AS id, sum(total) AS spent FROM orders WHERE customer_id IN (SELECT id FROM customers) GROUP BY 1': {
    dimension: 'customers',
    inputs: 0,
    run: (world) => {
      const orders = rowsOf(world, 'orders');
      const there = new Set(rowsOf(world, 'customers').map((c) => c.id));
      const ids = new Set(orders.map((o) => o.customer_id ?? null).filter((id) => id !== null && there.has(id)));
      const rows = [...ids].map((id) => {
        const totals = orders.filter((o) => o.customer_id === id && o.total !== null).map((o) => Number(o.total));
        return { key: { id }, added: { spent: totals.length === 0 ? null : totals.reduce((a, b) => a + b, 0) } };
      });
      return customers(rows, [{ name: 'spent', type: 'decimal' }]);
    },
  },
  'SELECT id FROM input WHERE id > 1': {
    dimension: 'customers',
    inputs: 1,
    run: (_world, [input]) => customers((input?.rows ?? []).filter((p) => idOf(p) > 1).map((p) => ({ key: p.key, added: {} }))),
  },
  'SELECT id, $who AS word FROM input WHERE id <= $many': {
    dimension: 'customers',
    inputs: 1,
    run: ({ variables: { who, many } }, [input]) =>
      customers(
        (input?.rows ?? []).filter((p) => idOf(p) <= Number(many)).map((p) => ({ key: p.key, added: { word: String(who) } })),
        [{ name: 'word', type: 'text' }],
      ),
  },
  'SELECT * FROM input': { dimension: 'customers', inputs: 1, run: (_world, [input]) => input ?? customers([]) },
  'SELECT id FROM input UNION SELECT id FROM input_2': {
    dimension: 'customers',
    inputs: 2,
    run: (_world, inputs) => {
      const ids = new Set(inputs.flatMap((i) => i.rows.map(idOf)));
      return customers([...ids].map((id) => ({ key: { id }, added: {} })));
    },
  },
};

const rowsOf = (world: World, entity: string) => world.data[entity] ?? [];

export function peopleBySql(world: World, sql: string, inputs: readonly People[]): People {
  const known = statements[sql];
  if (!known) throw new Error(`${sql} is not known here`);
  return known.run(world, inputs);
}

/** Names that SQL writes with a dollar. */
export function variablesIn(sql: string): string[] {
  return [...sql.matchAll(/\$([a-z_]+)/g)].flatMap(([, name]) => name ?? []);
}
