import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleCampaign } from '../../../core/sample/documents';
import { buildCli, muster } from '../../support/cli';
import { done, refused, shapes } from './shapes';

const folder = mkdtempSync(join(tmpdir(), 'muster-why-'));
const ws = join(folder, 'shop');
const asOf = ['--as-of', '2026-03-01T09:00:00Z'];

beforeAll(async () => {
  await buildCli();
  await done(shapes.workspace, 'new', ws, '--sample', '--customers', '300');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Keys of the rows of a query. */
async function keys(sql: string): Promise<string[]> {
  return (await done(shapes.rows, 'sql', ws, sql, '--limit', '400')).rows.map((row) => String(row[0]));
}

it('tells of rows that are counted where they are counted, and of no others', async () => {
  const { counts } = await done(shapes.counts, 'count', ws, sampleCampaign.id, ...asOf);
  const [buyer = ''] = await keys('SELECT customer_id FROM orders ORDER BY total DESC, order_id');
  const { rows } = await done(shapes.why, 'why', ws, sampleCampaign.id, buyer, ...asOf);
  const [asked] = rows;
  expect([asked?.entity, asked?.key]).toEqual(['customers', { customer_id: buyer }]);
  expect(asked?.activities.map((a) => a.activity).sort()).toEqual(sampleCampaign.flow.activities.map((a) => a.id).sort());
  for (const { activity, outputs } of asked?.activities ?? []) {
    for (const output of outputs) expect(counts.find((c) => c.activity === activity && c.output === output)?.rows).toBeGreaterThan(0);
  }
});

it('shows people what decided, activity by activity', async () => {
  const [booking = ''] = await keys("SELECT booking_id FROM bookings WHERE status = 'confirmed' ORDER BY starts_at, booking_id");
  const { code, stdout } = await muster('why', ws, sampleCampaign.id, booking, '--entity', 'bookings', ...asOf);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^bookings booking_id ${booking}, as of 2026-03-01`));
  expect(stdout).toMatch(/Bookings to come \(upcoming\)/);
  expect(stdout).toMatch(/TRUE {2}status equals "confirmed" {2}\[confirmed\]/);
  expect(stdout).not.toMatch(/Bought this half-year/);
});

it('takes keys of several values, also such as hold commas', async () => {
  const file = join(folder, 'consents.campaign.json');
  const rule = { kind: 'all', rules: [] };
  const consents = { id: 'a', type: 'build-audience', dimension: 'consents', rule };
  writeFileSync(file, JSON.stringify({ ...sampleCampaign, flow: { activities: [consents], transitions: [] } }));
  const { entities } = await done(shapes.model, 'model', ws);
  const key = entities.find((e) => e.name === 'consents')?.key ?? [];
  expect(key.length).toBeGreaterThan(1);
  const { rows } = await done(shapes.rows, 'sql', ws, `SELECT ${key.join(', ')} FROM consents`, '--limit', '1');
  const values = (rows[0] ?? []).map(String);
  const found = await done(shapes.why, 'why', ws, file, values.join(','), ...asOf);
  expect(Object.values(found.rows[0]?.key ?? {}).map(String)).toEqual(values);
  const apart = await done(shapes.why, 'why', ws, file, ...values.flatMap((value) => ['--key', value]), ...asOf);
  expect(apart.rows).toEqual(found.rows);
});

it('refuses what is no key, in words', async () => {
  await refused(1, 'why-not-found', 'why', ws, sampleCampaign.id, 'nobody', '--entity', 'customers', ...asOf);
  await refused(1, 'why-no-dimension', 'why', ws, sampleCampaign.id, 'a,b', ...asOf);
  await refused(2, 'cli-usage', 'why', ws, sampleCampaign.id);
});
