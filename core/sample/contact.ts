import { customerRows } from './customers';
import { dice } from './random';
import { customerId, type Row, type Sample } from './sample';

export const consentColumns = ['customer_id', 'channel', 'purpose', 'value', 'recorded_at'] as const;

/** What people agreed to, some of them twice with different answers: the newest counts. */
export function* consentRows(sample: Sample): Generator<Row> {
  for (let n = 1; n <= sample.customers; n++) {
    const d = dice(`${sample.seed} consent ${n}`);
    for (const [channel, given] of [
      ['email', 0.72],
      ['sms', 0.35],
      ['postal', 0.85],
    ] as const) {
      if (d.chance(0.12)) continue;
      const first = d.whole(400, 1500);
      yield [customerId(n), channel, 'marketing', d.chance(given) ? 'y' : 'n', sample.calendar.moment(first, d.whole(0, 86399))];
      if (d.chance(0.08))
        yield [customerId(n), channel, 'marketing', d.chance(0.3) ? 'y' : 'n', sample.calendar.moment(d.whole(1, 399), d.whole(0, 86399))];
    }
  }
}

export const suppressionColumns = ['email', 'reason', 'added_on'] as const;

/** Addresses that complained or bounced for good. */
export function* suppressionRows(sample: Sample): Generator<Row> {
  const seen = new Set<string>();
  let n = 0;
  for (const row of customerRows(sample)) {
    n++;
    const d = dice(`${sample.seed} suppressed ${n}`);
    const email = (row[4] ?? '').toLowerCase();
    if (!email.includes('@') || seen.has(email) || !d.chance(0.008)) continue;
    seen.add(email);
    yield [email, d.pick(['complaint', 'hard bounce', 'register']), sample.calendar.day(d.whole(1, 900))];
  }
}

export const contactColumns = ['contact_id', 'customer_id', 'channel', 'campaign', 'sent_at', 'status'] as const;

/** Who was sent what before. */
export function* contactRows(sample: Sample): Generator<Row> {
  const count = sample.customers * 2;
  for (let n = 1; n <= count; n++) {
    const d = dice(`${sample.seed} contact ${n}`);
    yield [
      String(n),
      customerId(d.whole(1, sample.customers)),
      d.chance(0.85) ? 'email' : 'postal',
      d.pick(['spring-2026', 'summer-2026', 'newsletter', 'welcome']),
      sample.calendar.moment(Math.floor(d.next() * 200), d.whole(6 * 3600, 20 * 3600)),
      d.pick(['sent', 'sent', 'opened', 'clicked', 'bounced']),
    ];
  }
}
