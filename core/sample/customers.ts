import { type Country, countries } from './places';
import { type Dice, dice } from './random';
import { customerId, householdId, type Row, type Sample, storeId } from './sample';

export const customerColumns = [
  'customer_id',
  'household_id',
  'first_name',
  'last_name',
  'email',
  'phone',
  'birth_date',
  'language',
  'street',
  'postcode',
  'city',
  'region',
  'country',
  'store_id',
  'joined_on',
  'loyalty_tier',
  'loyalty_points',
  'vip',
] as const;

/** Customers with the usual dirt: repeated addresses of the same person, missing and misspelt values. */
export function* customerRows(sample: Sample): Generator<Row> {
  for (let n = 1; n <= sample.customers; n++) yield customerRow(sample, n);
}

function customerRow(sample: Sample, n: number): Row {
  const d = dice(`${sample.seed} customer ${n}`);
  // One in forty is somebody who registered twice.
  const person = n > 40 && d.chance(0.025) ? d.whole(1, n - 1) : n;
  const p = dice(`${sample.seed} person ${person}`);
  const country = countryOf(p);
  const household = Math.ceil(person / 1.7);
  const [first, last] = [p.pick(country.firstNames), p.pick(country.lastNames)];
  const [town, postcode, region] = dice(`${sample.seed} household ${household} ${country.code}`).pick(country.towns);
  const tier = p.next();
  return [
    customerId(n),
    householdId(household),
    d.chance(0.01) ? '' : first,
    last,
    emailOf(d, first, last, person),
    d.chance(0.3) ? '' : `${country.dial}${String(p.whole(1000000, 9999999))}`,
    d.chance(0.08) ? '' : sample.calendar.day(p.whole(18 * 365, 88 * 365)),
    country.language,
    d.chance(0.02) ? '' : streetOf(country, dice(`${sample.seed} home ${household}`)),
    d.chance(0.025) ? '' : d.chance(0.01) ? postcode.replace(/.$/, '') : postcode,
    town,
    region ?? '',
    d.chance(0.004) ? '' : country.code,
    d.chance(0.05) ? '' : storeId(p.whole(1, sample.stores)),
    sample.calendar.day(p.whole(10, 3650)),
    tier < 0.06 ? 'gold' : tier < 0.25 ? 'silver' : tier < 0.7 ? 'bronze' : '',
    String(Math.floor(p.next() ** 3 * 20000)),
    tier < 0.02 ? 'true' : 'false',
  ];
}

function countryOf(d: Dice): Country {
  let left = d.next();
  for (const country of countries) {
    left -= country.share;
    if (left < 0) return country;
  }
  return d.pick(countries);
}

function streetOf(country: Country, d: Dice): string {
  return country.line.replace('{street}', d.pick(country.streets)).replace('{house}', String(d.whole(1, 180)));
}

function emailOf(d: Dice, first: string, last: string, person: number): string {
  const roll = d.next();
  if (roll < 0.05) return '';
  const plain = `${first}.${last}`
    .normalize('NFD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase();
  const address = `${plain}${person}@example.${d.pick(['com', 'org', 'net'])}`;
  if (roll < 0.06) return address.replace('@', ' at ');
  if (roll < 0.065) return address.replace('.com', '').replace('.org', '').replace('.net', '');
  return roll < 0.12 ? address.toUpperCase() : address;
}

export const householdColumns = ['household_id', 'size', 'income_band', 'housing'] as const;

export function* householdRows(sample: Sample): Generator<Row> {
  const last = Math.ceil(sample.customers / 1.7);
  for (let n = 1; n <= last; n++) {
    const d = dice(`${sample.seed} household ${n}`);
    yield [
      householdId(n),
      String(d.whole(1, 6)),
      d.pick(['< 20 000 €', '20 000–40 000 €', '40 000–70 000 €', '> 70 000 €', '']),
      d.pick(['rented', 'owned', 'other']),
    ];
  }
}
