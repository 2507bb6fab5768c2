import { countries } from './places';
import { dice } from './random';
import { customerId, productId, type Row, type Sample, storeId } from './sample';

export const storeColumns = ['store_id', 'name', 'city', 'country', 'opened_on'] as const;

export function* storeRows(sample: Sample): Generator<Row> {
  for (let n = 1; n <= sample.stores; n++) {
    const d = dice(`${sample.seed} store ${n}`);
    const country = d.pick(countries);
    const [town] = d.pick(country.towns);
    yield [
      storeId(n),
      `${town} ${d.pick(['Centre', 'Nord', 'Station', 'Market'])}`,
      town,
      country.code,
      sample.calendar.day(d.whole(400, 9000)),
    ];
  }
}

export const productColumns = ['product_id', 'name', 'category', 'price', 'discontinued'] as const;
const categories = ['tea', 'coffee', 'ceramics', 'kitchen', 'garden', 'books'] as const;

export function* productRows(sample: Sample): Generator<Row> {
  for (let n = 1; n <= sample.products; n++) {
    const d = dice(`${sample.seed} product ${n}`);
    const category = d.pick(categories);
    yield [
      productId(n),
      `${d.pick(['Morning', 'Harbour', 'Meadow', 'Amber', 'Slate', 'Linden'])} ${category} no. ${n}`,
      category,
      priceOf(sample, n),
      String(d.chance(0.05)),
    ];
  }
}

function priceOf(sample: Sample, product: number): string {
  return (dice(`${sample.seed} price ${product}`).whole(250, 9500) / 100).toFixed(2);
}

export const orderColumns = ['order_id', 'customer_id', 'store_id', 'ordered_at', 'channel', 'total'] as const;
export const lineColumns = ['order_id', 'line', 'product_id', 'quantity', 'amount'] as const;

interface Order {
  order: Row;
  lines: Row[];
}

/** Five orders a customer on average, many for few and none for many; one in two hundred names a customer nobody knows. */
function* orders(sample: Sample): Generator<Order> {
  let id = 0;
  for (let n = 1; n <= sample.customers; n++) {
    const d = dice(`${sample.seed} orders ${n}`);
    const count = d.chance(0.25) ? 0 : Math.floor(-Math.log(1 - d.next()) * 6.7);
    for (let i = 0; i < count; i++) {
      id++;
      const lines = Array.from({ length: d.chance(0.4) ? 1 : d.whole(2, 3) }, (_, line) =>
        lineOf(sample, id, line + 1, d.whole(1, sample.products), d.whole(1, 4)),
      );
      const total = lines.reduce((sum, line) => sum + Math.round(Number(line[4]) * 100), 0);
      const who = d.chance(0.005) ? customerId(sample.customers + d.whole(1, 1000)) : customerId(n);
      const when = sample.calendar.moment(Math.floor(d.next() ** 2 * 1095), d.whole(7 * 3600, 22 * 3600));
      const channel = d.chance(0.55) ? 'web' : d.chance(0.9) ? 'store' : 'phone';
      yield {
        order: [String(id), who, channel === 'store' ? storeId(d.whole(1, sample.stores)) : '', when, channel, (total / 100).toFixed(2)],
        lines,
      };
    }
  }
}

function lineOf(sample: Sample, order: number, line: number, product: number, quantity: number): Row {
  const amount = (Math.round(Number(priceOf(sample, product)) * 100) * quantity) / 100;
  return [String(order), String(line), productId(product), String(quantity), amount.toFixed(2)];
}

export function* orderRows(sample: Sample): Generator<Row> {
  for (const { order } of orders(sample)) yield order;
}

export function* lineRows(sample: Sample): Generator<Row> {
  for (const { lines } of orders(sample)) yield* lines;
}

export const bookingColumns = ['booking_id', 'customer_id', 'event', 'starts_at', 'seats', 'status'] as const;

export function* bookingRows(sample: Sample): Generator<Row> {
  const count = Math.ceil(sample.customers * 0.4);
  for (let n = 1; n <= count; n++) {
    const d = dice(`${sample.seed} booking ${n}`);
    const event = d.pick(['Tea tasting', 'Café évening', 'Glazing workshop', 'Garden walk', 'Book night']);
    yield [
      `B${n}`,
      customerId(d.whole(1, sample.customers)),
      event,
      sample.calendar.moment(d.whole(-60, 365), d.whole(9, 20) * 3600),
      String(d.whole(1, 5)),
      d.pick(['confirmed', 'confirmed', 'cancelled', 'waiting']),
    ];
  }
}
