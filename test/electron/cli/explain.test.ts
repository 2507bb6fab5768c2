import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleCampaign } from '../../../core/sample/documents';
import { openNativeEngine } from '../../../electron/host/engine/native/open';
import { buildCli, muster } from '../../support/cli';
import { done, refused, shapes } from './shapes';

const folder = mkdtempSync(join(tmpdir(), 'muster-explain-'));
const ws = join(folder, 'shop');
const asOf = ['--as-of', '2026-03-01T09:00:00Z'];

beforeAll(async () => {
  await buildCli();
  await done(shapes.workspace, 'new', ws, '--sample', '--customers', '300');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script one statement after the other in a copy of the workspace's database; the rows of the last one. */
async function runInCopy(script: string): Promise<unknown[][]> {
  const copy = join(folder, 'copy.duckdb');
  copyFileSync(join(ws, 'entities.duckdb'), copy);
  const engine = await openNativeEngine({ file: copy, tempFolder: join(folder, 'temp') });
  try {
    const connection = await engine.connect();
    const statements = script.split(/;\n(?:\n|$)/).filter((text) => text.trim() !== '');
    for (const statement of statements.slice(0, -1)) await connection.run(statement);
    const { values, rows } = await connection.query(statements.at(-1) ?? '', { limit: 10_000 });
    return Array.from({ length: rows }, (_, r) => values.map((column) => column[r]));
  } finally {
    await engine.close();
    rmSync(copy);
  }
}

it('prints SQL that gives the same counts as the campaign, in any DuckDB', async () => {
  const label = 'two\nlines; DROP TABLE customers';
  const [first, ...others] = sampleCampaign.flow.activities;
  const file = join(folder, 'mine.campaign.json');
  const activities = [{ ...first, label }, ...others.map((a) => ({ ...a, complement: a.type !== 'save-audience' && a.type !== 'sql' }))];
  writeFileSync(file, JSON.stringify({ ...sampleCampaign, flow: { ...sampleCampaign.flow, activities } }));
  const { counts } = await done(shapes.counts, 'count', ws, file, ...asOf);
  const { code, stdout } = await muster('explain', ws, file, ...asOf);
  expect(code).toBe(0);
  expect(stdout).toContain(`-- two lines; DROP TABLE customers (${first?.id}:`);
  const found = await runInCopy(stdout);
  const inOrder = (rows: unknown[][]) => rows.map((row) => row.join(' ')).toSorted();
  expect(inOrder(found)).toEqual(inOrder(counts.map((c) => [c.activity, c.output, c.rows])));
  expect(found.length).toBeGreaterThan(activities.length);
});

it('names every transition of a step that several activities share', async () => {
  const rule = { kind: 'all', rules: [] };
  const twin = (id: string) => ({ id, type: 'build-audience', dimension: 'customers', rule });
  const file = join(folder, 'twins.campaign.json');
  writeFileSync(file, JSON.stringify({ ...sampleCampaign, flow: { activities: [twin('a'), twin('b')], transitions: [] } }));
  const { steps } = await done(shapes.steps, 'explain', ws, file, ...asOf);
  expect(steps).toMatchObject([{ activity: 'a', label: 'a', outputs: [{ activity: 'a', output: 'out' }, { activity: 'b' }] }]);
});

it('refuses dialects it does not write', async () => {
  const { says } = await refused(2, 'cli-usage', 'explain', ws, sampleCampaign.id, '--dialect', 'postgres');
  expect(says).toContain('duckdb');
});
