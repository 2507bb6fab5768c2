import { sha256Hex } from '../../../core/base/hashing';
import type { DataType } from '../../../core/model/entity';
import { moved } from '../evaluator/dates';
import type { Data, Row, Value } from '../evaluator/rows';
import type { Choose } from './choose';

const addresses = ['', 'a', 'A', 'a@b', ' a@B ', 'a@b.org', 'a@b.org', ' A@b.org ', 'é@b.org'];

export const words = [
  '',
  'a',
  'A',
  'á',
  'E',
  'é',
  'e\u0301',
  'ab',
  'aB',
  'zoë',
  'ZOE',
  '100%',
  '10_',
  'x!y',
  "o'n",
  'Straße',
  'ñ\\',
  '+33 (0)1',
  '0033-1',
  '01',
];

/** Days about which rules are likely to disagree. */
export function daysAround(today: string): string[] {
  const near = [0, 1, -1, -7, -30, -31, -32, 7, 8].map((n) => moved(today, n, 'day'));
  const far = [-1, -2, 1].flatMap((n) => [moved(today, n, 'month'), moved(moved(today, n, 'month'), -1, 'day')]);
  return [...near, ...far, moved(today, -1, 'year'), moved(today, -40, 'year'), '1980-02-29', '1975-02-28', '1990-03-01', '2001-12-31'];
}

export function timesAround(today: string, now: string): string[] {
  const [hour, minute] = [now.slice(11, 13), now.slice(14, 16)];
  return daysAround(today).flatMap((day) =>
    ['00:00:00', `${hour}:${minute}:00`, `${hour}:${minute}:01`, '23:59:59'].map((t) => `${day} ${t}`),
  );
}

interface Clock {
  today: string;
  now: string;
}

/** Small tables with empty values, ties, accents, orphans, and duplicates along links where a link allows them. */
export function randomData(c: Choose, clock: Clock): Data {
  const sizes = { customers: c.int(0, 7), orders: c.int(0, 9), lines: c.int(0, 8), cards: c.int(0, 5) };
  const person = () => c.int(1, sizes.customers + 1);
  const order = () => c.int(1, sizes.orders + 1);
  const value = (type: DataType): Value => (c.chance(20) ? null : anyValue(c, type, clock));
  const or = (other: () => Value): Value => (c.chance(15) ? null : other());
  const each = (count: number, make: (n: number) => Row) => Array.from({ length: count }, (_, i) => make(i + 1));
  const stores = ['S1', 's:2', 'É3'].slice(0, c.int(0, 3));
  const skus = ['tea', 'Tea', 'cup'].slice(0, c.int(0, 3));
  const shop = () => or(() => c.one(['S1', 's:2', 'É3', 's1']));
  const holders = c.some(
    each(sizes.customers + 1, (n) => ({ n })).map((r) => r.n ?? null),
    sizes.cards,
    sizes.cards,
  );
  const signs = c.shuffled<Value>(['a', 'A', null, 'b']);
  return {
    customers: each(sizes.customers, (id) => ({
      id,
      first_name: value('text'),
      email: or(() => c.one(addresses)),
      postcode: or(() => c.one(['75001', '75001', '75 001', '7500', ' 75001'])),
      country: or(() => c.one(['FR', 'FR', 'fr', 'ES', ''])),
      born: value('date'),
      score: value('number'),
      vip: value('boolean'),
      store: shop(),
      friend: or(person),
    })),
    orders: each(sizes.orders, (order_id) => ({
      order_id,
      customer_id: or(person),
      placed_at: value('timestamp'),
      total: value('decimal'),
      channel: or(() => c.one(['web', 'Web', 'store', ''])),
    })),
    lines: distinct(
      each(sizes.lines, () => ({ order_id: order(), line: c.int(1, 3) })),
      ['order_id', 'line'],
    ).map((key) => ({
      ...key,
      product: or(() => c.one(['tea', 'Tea', 'cup', 'pot'])),
      quantity: value('integer'),
    })),
    returns: each(c.int(0, 4), (return_id) => ({
      return_id,
      order_id: or(order),
      line: or(() => c.int(1, 3)),
      'why "so"?': value('text'),
    })),
    products: skus.map((sku) => ({ sku, price: value('decimal'), made_by: or(() => c.one(['a', 'A', 'b'])) })),
    stores: stores.map((code, i) => ({ code, sign: signs[i] ?? null, value: value('integer') })),
    cards: holders.map((holder, i) => ({ card: `c${i}`, customer_id: or(() => holder), points: value('integer'), since: value('date') })),
    visits: distinct(
      each(c.int(0, 5), () => ({ store: c.one(['S1', 's:2', 'X']), day: c.one(daysAround(clock.today).slice(0, 3)) })),
      ['store', 'day'],
    ).map((key) => ({ ...key, rank: value('integer') })),
    contacts: each(c.int(0, 7), (contact_id) => ({
      contact_id,
      customer_id: or(person),
      address: or(() => c.one(addresses)),
      at: value('timestamp'),
      channel: or(() => c.one(['email', ' Email', 'postal', 'sms'])),
      campaign: or(() => c.one(['spring', 'spring ', 'summer', 'Spring'])),
      message: or(() => c.one(['m1', 'm2'])),
      status: or(() => c.one(['sent', 'sent', 'planned', ' Planned', 'clicked', 'CLICKED', 'failed', 'failed', ' Failed', ''])),
    })),
  };
}

export function anyValue(c: Choose, type: DataType, clock: Clock): string | number | boolean {
  switch (type) {
    case 'text':
      return c.one(words);
    case 'integer':
      return c.int(-1, 4);
    case 'decimal':
      return c.one([0, 1, 999, 1000, 1050, 12345]);
    case 'number':
      return c.one([-2, 0, 0.5, 1, 3, 7.25]);
    case 'boolean':
      return c.chance(50);
    case 'date':
      return c.one(daysAround(clock.today));
    case 'timestamp':
      return c.one(timesAround(clock.today, clock.now));
  }
}

function distinct(rows: readonly Row[], key: readonly string[]): Row[] {
  const name = (row: Row) => JSON.stringify(key.map((k) => row[k]));
  return rows.filter((row, i) => rows.findIndex((r) => name(r) === name(row)) === i);
}

/** The same rows in an order of the seed's own. */
export function reordered(data: Data, seed: string): Data {
  return Object.fromEntries(
    Object.entries(data).map(([table, rows]) => {
      const queue = rows.map((row) => ({ row, place: sha256Hex(seed + JSON.stringify(row)) }));
      return [table, queue.sort((a, b) => (a.place < b.place ? -1 : 1)).map((q) => q.row)];
    }),
  );
}
