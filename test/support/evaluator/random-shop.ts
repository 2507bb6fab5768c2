import fc from 'fast-check';
import type { DataModel } from '../../../core/model/entity';
import type { Connection } from '../../../core/ports/engine';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { ident } from '../../../core/sql/quote';
import { shopModel } from '../shop';
import type { Data, Row, Value } from './rows';

const names = ['customers', 'orders', 'lines', 'stores'];
export const randomModel: DataModel = { entities: shopModel.entities.filter((e) => names.includes(e.name)), links: shopModel.links };

const words = fc.constantFrom('', 'a', 'A', 'á', 'E', 'é', 'ab', 'aB', 'zoë', 'ZOE', '100%', '10_', 'x!y', 'Straße');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 5 });
const days = fc.constantFrom(
  '1980-02-29',
  '1992-05-12',
  '1975-05-14',
  '2001-12-31',
  '1990-03-01',
  '2026-05-12',
  '2026-05-13',
  '2026-04-12',
  '2026-04-11',
  '2025-05-12',
);
const moments = fc
  .tuple(days, fc.constantFrom('00:00:00', '11:29:59', '11:30:00', '11:30:01', '23:59:59'))
  .map(([day, time]) => `${day} ${time}`);

const customer = (id: number) =>
  fc.record({
    id: fc.constant(id),
    first_name: maybe(words),
    last_name: maybe(words),
    email: maybe(words),
    country: maybe(fc.constantFrom('FR', 'fr', 'ES', '')),
    born: maybe(days),
    score: maybe(fc.constantFrom(-2, 0, 0.5, 1, 3, 7.25)),
    vip: maybe(fc.boolean()),
    store: maybe(fc.constantFrom('S1', 'S2', 'S9')),
    street: maybe(words),
    postcode: maybe(words),
    city: maybe(words),
  });

const order = (id: number, customers: number) =>
  fc.record({
    order_id: fc.constant(id),
    customer_id: maybe(fc.integer({ min: 1, max: customers + 2 })),
    placed_at: maybe(moments),
    total: maybe(fc.constantFrom(0, 1, 999, 1000, 1050, 12345)),
    channel: maybe(fc.constantFrom('web', 'Web', 'store', '')),
  });

const line = (n: number, orders: number) =>
  fc.record({
    order_id: fc.integer({ min: 1, max: orders + 1 }),
    line: fc.constant(n),
    product: maybe(fc.constantFrom('tea', 'Tea', 'cup')),
    quantity: maybe(fc.integer({ min: -1, max: 4 })),
  });

const each = <T>(count: number, make: (n: number) => fc.Arbitrary<T>) => fc.tuple(...Array.from({ length: count }, (_, i) => make(i + 1)));

/** Small tables with empty values, ties, accents, orphans and a composite key. Decimals are whole cents. */
export const randomData: fc.Arbitrary<Data> = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 10 }))
  .chain(([customers, orders, lines]) =>
    fc.record({
      customers: each(customers, customer),
      orders: each(orders, (n) => order(n, customers)),
      lines: each(lines, (n) => line(n, orders)),
      stores: fc.constant([
        { code: 'S1', town: 'Lyon' },
        { code: 'S2', town: null },
      ]),
    }),
  );

/** Gives the tables to an engine. */
export async function loadRandom(connection: Connection, data: Data): Promise<void> {
  for (const entity of randomModel.entities) {
    const columns = entity.attributes.map((a) => `${ident(a.name)} ${duckdb.typeName(a.type, a.scale ?? 0)}`);
    const rows = (data[entity.name] ?? []).map(
      (row) => `(${entity.attributes.map((a) => literal(row, a.name, a.type === 'decimal')).join(', ')})`,
    );
    await connection.run(`CREATE OR REPLACE TABLE ${ident(entity.name)} (${columns.join(', ')})`);
    if (rows.length > 0) await connection.run(`INSERT INTO ${ident(entity.name)} VALUES ${rows.join(', ')}`);
  }
}

function literal(row: Row, attribute: string, cents: boolean): string {
  const value: Value = row[attribute] ?? null;
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return cents ? (Number(value) / 100).toFixed(2) : String(value);
}
