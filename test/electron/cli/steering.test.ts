import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli, muster } from '../../support/cli';
import { asks, build, campaignOf, email } from '../../support/steered';
import { documentIn, done, shapes } from './shapes';

const folder = mkdtempSync(join(tmpdir(), 'muster-cli-'));
const at = (name: string) => join(folder, name);
const ws = at('shop');
const asOf = ['--as-of', '2026-03-01T09:00:00Z'];

/** Writes to the people of a country it is told, once each; starts the other when there are enough. */
const lead = campaignOf(
  'lead',
  [
    {
      id: 'new',
      type: 'incremental-query',
      dimension: 'customers',
      rule: asks('country', { op: 'one-of', values: [{ variable: 'lands' }] }),
      memory: { kind: 'key', days: 0 },
    },
    {
      id: 'enough',
      type: 'test',
      label: 'Enough people?',
      branches: [{ id: 'yes', all: [{ left: { kind: 'count' }, op: 'at-least', right: { variable: 'least' } }] }],
      default: true,
    },
    email('m'),
    { id: 'end', type: 'end', label: 'Start the other', signal: { campaign: 'follow', parameters: { loud: true } } },
    { id: 'alert', type: 'alert', title: 'Too few', message: 'Look at the query.' },
  ],
  ['new enough', 'enough:yes m', 'm end', 'enough:default alert'],
  {
    variables: [
      { name: 'lands', type: 'list' },
      { name: 'least', type: 'number', value: 1 },
    ],
  },
);
const follow = campaignOf(
  'follow',
  [{ id: 'start', type: 'start', by: { kind: 'signal', variables: ['loud'] } }, build('people'), email('thanks')],
  ['start people', 'people thanks'],
  { variables: [{ name: 'loud', type: 'boolean', value: false }] },
);

beforeAll(async () => {
  await buildCli();
  await done(shapes.workspace, 'new', ws, '--sample', '--customers', '300');
  for (const document of [follow, lead]) writeFileSync(at(`${document.id}.json`), JSON.stringify(document));
  await done(shapes.run, 'run', ws, at('follow.json'), '--confirm', ...asOf);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('variables of a campaign', () => {
  it('are set for one command; what does not fit is told with its place', async () => {
    const none = await muster('count', ws, at('lead.json'), '--json');
    expect(documentIn(shapes.counts, none.stdout).problems.map((p) => p.code)).toEqual(['variable-no-value']);
    const few = await done(shapes.counts, 'count', ws, at('lead.json'), ...asOf, '--set', 'lands=FR, ES', '--set', 'least=1');
    expect(few.counts.find((c) => c.activity === 'new')?.rows).toBeGreaterThan(50);

    const wrong = await muster(
      'check',
      ws,
      at('lead.json'),
      '--set',
      'lands=FR',
      '--set',
      'least=many',
      '--set',
      'season=winter',
      '--json',
    );
    expect([
      wrong.code,
      documentIn(shapes.check, wrong.stdout)
        .problems.map((p) => p.code)
        .sort(),
    ]).toEqual([1, ['variable-bad-value', 'variable-no-value', 'variable-unknown']]);
    expect((await muster('check', ws, at('lead.json'), '--set', 'least')).code).toBe(2);
  });
});

describe('what a run comes to', () => {
  const set = ['--set', 'lands=FR,ES', '--set'];
  const later = ['--as-of', '2026-03-02T09:00:00Z'];

  it('is told by a rehearsal, with what it would start', async () => {
    const few = await done(shapes.rehearsal, 'rehearse', ws, at('lead.json'), ...asOf, ...set, 'least=1000');
    expect(few).toMatchObject({
      waterfalls: [],
      signals: [],
      chained: [],
      skipped: ['m', 'end'],
      alerts: [{ activity: 'alert', title: 'Too few' }],
    });
    const enough = await done(shapes.rehearsal, 'rehearse', ws, at('lead.json'), ...asOf, ...set, 'least=1');
    expect(enough).toMatchObject({
      alerts: [],
      skipped: ['alert'],
      signals: [{ activity: 'end', campaign: 'follow', variables: { loud: true } }],
      chained: [{ campaign: 'follow', waterfalls: [{ activity: 'thanks' }], chained: [] }],
    });
    const { stdout } = await muster('rehearse', ws, at('lead.json'), ...asOf, ...set, 'least=1');
    expect(stdout).toMatch(/Start the other +follow +loud=true/);
    expect(stdout).toContain('Not reached: alert');
    expect(stdout).toContain('Campaign follow, as of');
  });

  it('is done by a run and remembered', async () => {
    expect((await done(shapes.run, 'run', ws, at('lead.json'), '--confirm', ...asOf, ...set, 'least=1000')).alerts).toEqual([
      { activity: 'alert', title: 'Too few', message: 'Look at the query.' },
    ]);
    const { queries } = await done(shapes.memory, 'memory', ws, 'lead');
    expect(queries).toMatchObject([{ activity: 'new', version: 1, asOf: '2026-03-01T09:00:00.000Z' }]);
    const { counts } = await done(shapes.counts, 'count', ws, 'lead', ...later, '--set', 'lands=FR,ES');
    expect(counts.find((c) => c.activity === 'new')?.rows).toBe(0);
  });

  it('is forgotten on request, and starts what it signals', async () => {
    expect((await muster('memory', ws, 'lead', '--forget', 'other', '--json')).code).toBe(1);
    expect((await done(shapes.memory, 'memory', ws, 'lead', '--forget')).queries).toEqual([]);
    const run = await done(shapes.run, 'run', ws, 'lead', '--confirm', ...later, ...set, 'least=1');
    expect(run.deliveries.map((d) => d.campaign)).toEqual(['lead', 'follow']);
    expect(run.signals).toMatchObject([{ activity: 'end', campaign: 'follow', run: expect.stringMatching(/^r2026/) }]);
  });
});
