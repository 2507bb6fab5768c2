import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCampaign } from '../../../core/sample/documents';
import { systemClock } from '../../../electron/host/clock';
import { createFiles } from '../../../electron/host/files/create-files';
import { openStore } from '../../../electron/host/store/open-store';
import { lockWorkspace } from '../../../electron/host/workspace/lock';
import { buildCli, muster } from '../../support/cli';
import { documentIn, refused, shapes } from './shapes';

const folder = mkdtempSync(join(tmpdir(), 'muster-cli-'));
const at = (name: string) => join(folder, name);
const ws = at('shop');

beforeAll(async () => {
  await buildCli();
  expect((await muster('new', ws, '--sample', '--customers', '50')).code).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A campaign file with one activity. */
function campaignFile(name: string, flow: unknown): string {
  writeFileSync(at(name), JSON.stringify({ format: 1, id: 'x', name: 'X', seed: 'x', flow }));
  return at(name);
}

const customersWhere = (attribute: string, test: unknown) => ({
  activities: [{ id: 'a1', type: 'build-audience', dimension: 'customers', rule: { kind: 'attribute', attribute, test } }],
  transitions: [],
});

describe('wrong usage ends with 2', () => {
  it.each([
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['count', ws], "missing required argument 'campaign'"],
    [['count', ws, 'x', '--nope'], "unknown option '--nope'"],
    [['count', ws, 'x', '--as-of', 'yesterday'], '2026-03-01T09:00:00Z'],
    [['count', ws, 'x', '--as-of', '2026-02-31T09:00:00Z'], '2026-03-01T09:00:00Z'],
    [['count', ws, 'x', '--engine', 'other'], 'native, wasm'],
    [['new', at('n'), '--customers', '12.5'], 'whole number'],
    [['import', ws, 'a.csv', 'b.csv', '--key', 'id'], '--key is for one table'],
    [['sql', ws], 'give a query'],
    [['sync', ws, '--url', 'http://127.0.0.1'], '--secret-env'],
  ])('%j', async (args, words) => {
    const error = await refused(2, 'cli-usage', ...args);
    expect(error.says).toContain(words);
    expect(error.hint).toMatch(/^Run muster( \w+)? --help/);
  });
});

it('shows its commands when none is given', async () => {
  const { code, stdout, stderr } = await muster();
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('Start with: muster demo');
  const help = await muster('--help');
  expect([help.code, help.stdout.includes('rehearse'), help.stderr]).toEqual([0, true, '']);
});

describe('problems end with 1', () => {
  it('tells what exists when a name is unknown', async () => {
    expect((await refused(1, 'not-found', 'count', ws, 'nope')).hint).toBe(`Known: ${sampleCampaign.id}`);
    expect((await refused(1, 'not-found', 'audience', ws, 'nope', 'count')).details).toMatchObject({ known: 'recently-contacted' });
    expect((await refused(1, 'not-found', 'export', ws, sampleCampaign.id, '--message', 'nope', '--out', at('e'))).details).toMatchObject({
      known: 'postcard',
    });
    expect((await refused(1, 'sql-unknown-table', 'sql', ws, 'SELECT * FROM nope')).hint).toContain('customers');
  }, 60_000);

  it('says what is wrong with a folder', async () => {
    await refused(1, 'folder-missing', 'count', at('nowhere'), 'x');
    await refused(1, 'not-a-workspace', 'count', folder, 'x');
    await refused(1, 'workspace-exists', 'new', ws);
    await refused(1, 'folder-not-empty', 'new', folder);
  }, 60_000);

  it('says who has a workspace open', async () => {
    const lock = await lockWorkspace(ws, systemClock);
    try {
      expect((await refused(1, 'workspace-in-use', 'count', ws, sampleCampaign.id)).details).toMatchObject({ pid: process.pid });
    } finally {
      await lock.release();
    }
  });

  it('says what is wrong with a file', async () => {
    await refused(1, 'file-missing', 'count', ws, at('none.json'));
    writeFileSync(at('bad.json'), '{"format": 1,');
    await refused(1, 'cli-bad-json', 'count', ws, at('bad.json'));
    writeFileSync(
      at('shape.json'),
      JSON.stringify({ format: 1, id: 'x', name: 'X', seed: 'x', flow: { activities: [{ id: 'a', type: 'magic' }], transitions: [] } }),
    );
    expect((await refused(1, 'bad-document', 'count', ws, at('shape.json'))).details).toMatchObject({ path: 'flow.activities.0.type' });
    await refused(1, 'import-file-missing', 'import', ws, at('none.csv'));
    writeFileSync(at('empty.csv'), '');
    await refused(1, 'import-file-empty', 'import', ws, at('empty.csv'));
    writeFileSync(at('profile.json'), JSON.stringify({ entity: 'customers', email: 'mail' }));
    expect((await refused(1, 'not-found', 'model', ws, '--profile', at('profile.json'))).details).toMatchObject({ name: 'mail' });
  }, 60_000);

  it.each([
    ['an unknown attribute', customersWhere('colour', { op: 'equals', value: 'red' }), 'rule-unknown-attribute'],
    ['a test of the wrong type', customersWhere('loyalty_points', { op: 'contains', value: '1' }), 'rule-wrong-type'],
    ['a value of the wrong type', customersWhere('birth_date', { op: 'equals', value: 'soon' }), 'rule-bad-value'],
    [
      'a cycle',
      {
        activities: ['a1', 'a2'].map((id) => ({ id, type: 'deduplicate', fields: [{ attribute: 'email' }] })),
        transitions: [
          { from: 'a1', output: 'out', to: 'a2', input: 0 },
          { from: 'a2', output: 'out', to: 'a1', input: 0 },
        ],
      },
      'flow-cycle',
    ],
    ['no activity', { activities: [], transitions: [] }, 'flow-empty'],
  ])('lists %s with its place', async (_, flow, code) => {
    const { code: exit, stdout, stderr } = await muster('check', ws, campaignFile('problem.json', flow), '--json');
    const { problems } = documentIn(shapes.check, stdout);
    expect([exit, problems.map((p) => p.code)]).toEqual([1, expect.arrayContaining([code])]);
    expect(problems.find((p) => p.code === code)?.place.length).toBeGreaterThan(0);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('refuses what no query may do, with words', async () => {
    await refused(1, 'sql-not-select', 'sql', ws, 'DROP TABLE customers');
    await refused(1, 'sql-many-statements', 'sql', ws, 'SELECT 1; SELECT 2');
    await refused(1, 'sql-forbidden', 'sql', ws, "SELECT * FROM read_csv('/etc/passwd')");
    writeFileSync(at('there.csv'), 'mine');
    await refused(1, 'file-exists', 'sql', ws, 'SELECT 1', '--out', at('there.csv'));
    await refused(1, 'engine-extension-missing', 'sql', ws, 'SELECT 1', '--out', at('p.parquet'), '--engine', 'wasm');
  }, 90_000);

  it('asks for a secret and for an endpoint', async () => {
    await refused(1, 'cli-no-endpoint', 'sync', ws);
    await refused(1, 'cli-secret-missing', 'sync', ws, '--url', 'http://127.0.0.1:9', '--secret-env', 'MUSTER_TEST_UNSET');
  }, 60_000);
});

it('calls a defect a defect, without a stack', async () => {
  const broken = at('broken');
  const files = createFiles(broken);
  await files.makeFolder('.');
  const store = await openStore(files, 'workspace.db');
  await store.commit([{ kind: 'campaign', id: sampleCampaign.id, document: sampleCampaign }]);
  await store.close();
  const error = await refused(3, 'defect', 'count', broken, sampleCampaign.id);
  expect(error.says).toContain('no settings document');
});
