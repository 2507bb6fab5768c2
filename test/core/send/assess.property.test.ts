import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../core/send/assess';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { printQuery } from '../../../core/sql/print';
import { readWaterfall } from '../../../core/usecases/sending/read-waterfall';
import { assessSlowly, type Settings, type World } from '../../support/assess-slowly';
import { fillWorld, requestFor } from '../../support/assess-world';
import { bothEngines } from '../../support/engines';

const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 5 });
const email = fc.constantFrom(
  'a@b.de',
  ' A@B.de ',
  'b@b.de',
  'c.d@x-y.org',
  'jürgen',
  'a@@b.de',
  'a b@c.de',
  '.a@b.de',
  'a@b',
  'a@-b.de',
  'é@é.de',
  '',
  ' ',
);
const id = fc.integer({ min: 1, max: 8 });
const world: fc.Arbitrary<World> = fc.record({
  people: fc.uniqueArray(
    fc.record({
      id,
      email: orNull(email),
      first: orNull(fc.constantFrom('Ana', ' ', '', 'Zoë')),
      city: orNull(fc.constantFrom('Ulm', '')),
      postcode: orNull(fc.constantFrom('12345', '1234', '12345-6789', ' ')),
      country: orNull(fc.constantFrom('de', 'US', 'XX', 'Spain')),
    }),
    { selector: (p) => p.id, maxLength: 8 },
  ),
  bookings: fc.uniqueArray(
    fc.record({ id: fc.integer({ min: 1, max: 20 }), person: orNull(id), score: orNull(fc.integer({ min: 0, max: 3 })) }),
    { selector: (b) => b.id, maxLength: 12 },
  ),
  consents: fc.array(
    fc.record({
      person: id,
      address: orNull(fc.constantFrom('A@b.de', ' b@b.DE ')),
      channel: fc.constantFrom('email', 'postal'),
      purpose: orNull(fc.constantFrom('news', 'offers')),
      value: orNull(fc.constantFrom('yes', 'no', 'true', '')),
      at: fc.constantFrom('2026-01-01', '2026-06-01', '2026-07-01'),
    }),
    { maxLength: 10 },
  ),
  blocked: fc.uniqueArray(
    fc.record({ address: fc.constantFrom('b@b.de', ' B@b.de', 'x@y.z'), at: orNull(fc.constantFrom('2026-06-01', '2026-06-02')) }),
    { maxLength: 2, selector: (b) => b.address },
  ),
  blockedPeople: fc.uniqueArray(id, { maxLength: 2 }),
});
const share = fc.option(fc.constantFrom(0.1, 0.5), { nil: undefined });
const settings: fc.Arbitrary<Settings> = fc.record({
  channel: fc.constantFrom('email', 'postal'),
  category: fc.constantFrom('marketing', 'transactional'),
  purpose: fc.option(fc.constant('news'), { nil: undefined }),
  unknown: fc.constantFrom('allow', 'deny'),
  secondary: fc.boolean(),
  named: fc.constantFrom('key', 'identity'),
  timed: fc.boolean(),
  nameless: fc.boolean(),
  shares: fc.record({ message: share, campaign: share, workspace: share }),
});

describe.each(bothEngines)('the waterfall on %s', (_, withEngine) => {
  it('gives every row the verdict its description gives, and adds up', async () => {
    await withEngine(async (connection) => {
      await fc.assert(
        fc.asyncProperty(world, settings, async (world, settings) => {
          await fillWorld(connection, world);
          const request = requestFor(settings);
          const assessment = assess(request, ['message']);
          expect(request.compilation.problems.filter((p) => p.severity === 'error')).toEqual([]);
          if (!assessment) throw new Error('no assessment');
          await connection.run(`CREATE OR REPLACE TABLE assessed AS ${printQuery(assessment.query, duckdb)}`);
          const booking = settings.secondary ? 'secondary_key' : 'NULL';
          const page = await connection.query(`SELECT id, ${booking}, reason, detail FROM assessed ORDER BY 1, 2 NULLS FIRST`, {
            limit: 1000,
          });
          const found = Array.from({ length: page.rows }, (_, r) =>
            page.values.map((c) => (typeof c[r] === 'bigint' ? Number(c[r]) : c[r])),
          );
          const told = assessSlowly(world, settings).map((j) => [j.target, j.booking, j.reason, j.detail]);
          told.sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]));
          expect(found).toEqual(told);
          const waterfall = await readWaterfall(connection, { kind: 'table', schema: 'main', name: 'assessed' }, assessment, 0);
          expect(waterfall.input).toBe(waterfall.sent + waterfall.exclusions.reduce((sum, e) => sum + e.rows, 0));
          expect(waterfall.input).toBe(told.length);
        }),
        { numRuns: Number(process.env.RUNS ?? 25) },
      );
    });
  });
});
