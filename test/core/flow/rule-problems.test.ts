import { describe, expect, it } from 'vitest';
import { audience } from '../../../core/model/audience';
import { campaign } from '../../../core/model/campaign';
import { filter } from '../../../core/model/filter';
import { type Workspace, workspace } from '../../../core/model/workspace';
import { planCampaign } from '../../../core/plan/plan-campaign';
import { shopAsOf, shopModel, shopWorkspace } from '../../support/shop';
import { shopAudiences, shopFilters } from '../../support/shop-audiences';

interface World {
  dimension?: string;
  variables?: object[];
  workspace?: Workspace;
  columns?: { name: string; type: string }[];
}

const test = (attribute: string, asked: object) => ({ kind: 'attribute', attribute, test: asked });
const saved = (kind: 'audience' | 'filter', id: string, more: object = {}) => ({ kind, [kind]: id, ...more });
const audienceOf = (id: string, rule: object) =>
  audience.parse({ format: 1, id, name: id, dimension: 'customers', definition: { kind: 'rule', rule } });
const filterOf = (id: string, rule: object, parameters: object[] = []) =>
  filter.parse({ format: 1, id, name: id, entity: 'customers', parameters, rule });

const member = (id: string) => saved('audience', id, { member: true });
const withFilter = (id: string, given: object = {}) => saved('filter', id, { arguments: given });
const sent = (more: object = {}) => ({ kind: 'history', event: 'sent', happened: true, ...more });

const rounds = [audienceOf('a', member('b')), audienceOf('b', withFilter('c')), audienceOf('lone', test('nope', { op: 'empty' }))];
const filters = [
  filterOf('c', { kind: 'not', rule: member('a') }),
  filterOf('own', test('country', { op: 'equals', value: { variable: 'land' } })),
  filterOf('typed', { kind: 'all', rules: [] }, [
    { name: 'least', type: 'number' },
    { name: 'many', type: 'list', value: [] },
  ]),
];

const noFile = () => Promise.reject(new Error('no file is read'));

async function problemsOf(rule: object, world: World = {}) {
  const activity = { id: 'a', type: 'build-audience', dimension: world.dimension ?? 'customers', rule };
  const flow = { activities: [activity], transitions: [] };
  const plan = await planCampaign({
    campaign: campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow, variables: world.variables }),
    workspace: world.workspace ?? shopWorkspace,
    model: shopModel,
    audiences: [...shopAudiences, ...rounds],
    filters: [...shopFilters, ...filters],
    asOf: shopAsOf,
    describe: async () => world.columns ?? [{ name: 'holds', type: 'BOOLEAN' }],
    stamp: noFile,
  });
  return { plan, problems: plan.problems.map(({ code, place, details }) => ({ code, place, details })) };
}

function historyOf(change: object): Workspace {
  const { profile, ...rest } = shopWorkspace;
  return workspace.parse({ ...rest, profile: { ...profile, history: { ...profile?.history, ...change } } });
}

const at = ['activities', 'a', 'rule'];
const variables = [
  { name: 'word', type: 'text', value: 'x' },
  { name: 'number', type: 'number', value: 2.5 },
  { name: 'day', type: 'date', value: '2026-01-31' },
  { name: 'list', type: 'list', value: ['x', 2] },
  { name: 'later', type: 'number', count: { activity: 'b', output: 'out' } },
  { name: 'blank', type: 'text' },
];
const $ = (variable: string) => ({ variable });
const { profile: _, ...noProfile } = shopWorkspace;
const inDays = (count: unknown) => test('born', { op: 'in-last', count, unit: 'day' });

describe('a rule with something wrong in it', () => {
  it.each<[code: string, place: (string | number)[], details: object, rule: object, world?: World]>([
    ['variable-unknown', at, { variable: 'v', known: 'today, now' }, test('country', { op: 'equals', value: $('v') })],
    ['variable-unknown', at, { variable: 'v' }, test('country', { op: 'one-of', values: ['x', $('v')] }), { variables }],
    ['variable-no-value', at, { variable: 'blank' }, test('country', { op: 'contains', value: $('blank') }), { variables }],
    ['variable-no-value', at, { variable: 'later' }, test('score', { op: 'less', value: $('later') }), { variables }],
    ['variable-wrong-type', at, { type: 'text', needed: 'number' }, test('score', { op: 'less', value: $('word') }), { variables }],
    ['variable-wrong-type', at, { type: 'list', needed: 'text' }, test('country', { op: 'equals', value: $('list') }), { variables }],
    ['variable-wrong-type', at, { type: 'number', needed: 'date' }, test('born', { op: 'equals', value: $('number') }), { variables }],
    ['variable-wrong-type', at, { type: 'date', needed: 'boolean' }, test('vip', { op: 'equals', value: $('day') }), { variables }],
    ['rule-bad-value', at, { value: '2', type: 'text' }, test('country', { op: 'none-of', values: [$('list')] }), { variables }],
    ['rule-bad-value', at, { value: '2.5', type: 'count' }, inDays($('number')), { variables }],
    ['rule-bad-value', at, { value: '1000000000 day', type: 'period' }, inDays(1_000_000_000)],
    ['rule-bad-value', at, { type: 'period' }, test('born', { op: 'anniversary', from: -9e9, to: 3 })],
    ['rule-bad-value', at, { type: 'period' }, test('born', { op: 'on', moment: { kind: 'as-of', offset: -5000, unit: 'year' } })],
    [
      'variable-bad-value',
      ['variables', 0],
      { variable: 'v', type: 'date' },
      { kind: 'all', rules: [] },
      { variables: [{ name: 'v', type: 'date', value: '2026-02-30' }] },
    ],
    [
      'variable-bad-value',
      ['variables', 0],
      { variable: 'v', type: 'list' },
      { kind: 'all', rules: [] },
      { variables: [{ name: 'v', type: 'list', value: 'x' }] },
    ],
    [
      'variable-twice',
      ['variables', 6],
      { variable: 'word' },
      { kind: 'all', rules: [] },
      { variables: [...variables, variables[0] ?? {}] },
    ],

    [
      'rule-unknown-attribute',
      [...at, 'by'],
      { attribute: 'x' },
      { kind: 'ordered', position: 'last', path: ['orders'], by: 'x', where: { kind: 'all', rules: [] } },
    ],
    [
      'rule-unknown-link',
      at,
      { link: 'x' },
      { kind: 'ordered', position: 'last', path: ['x'], by: 'x', where: { kind: 'all', rules: [] } },
    ],
    [
      'rule-unknown-attribute',
      [...at, 'order', 0],
      { attribute: 'x' },
      { kind: 'top', count: 1, order: [{ attribute: 'x', direction: 'ascending' }] },
    ],
    [
      'rule-path-many',
      [...at, 'per'],
      { link: 'orders' },
      { kind: 'top', count: 1, order: [{ attribute: 'id', direction: 'ascending' }], per: { path: ['orders'], attribute: 'channel' } },
    ],

    ['flow-unknown-audience', at, { audience: 'nobody' }, member('nobody')],
    ['rule-other-entity', at, { found: 'orders', needed: 'customers' }, member('french'), { dimension: 'orders' }],
    ['rule-other-entity', at, { found: 'orders', needed: 'customers' }, { ...member('french'), path: ['orders'] }],
    ['rule-unknown-link', at, { link: 'x' }, { ...member('french'), path: ['x'] }],
    ['rule-unknown-attribute', [...at, 'audience', 'lone'], { attribute: 'nope' }, member('lone')],
    [
      'rule-circle',
      [...at, 'audience', 'a', 'audience', 'b', 'filter', 'c', 'rule'],
      { circle: 'audience a › audience b › filter c › audience a' },
      member('a'),
    ],
    ['sql-missing-key', [...at, 'audience', 'spenders'], { column: 'id', key: 'id' }, member('spenders')],

    ['rule-unknown-filter', at, { filter: 'nothing' }, withFilter('nothing')],
    ['rule-other-entity', at, { found: 'orders', needed: 'customers' }, withFilter('typed', { least: 1 }), { dimension: 'orders' }],
    [
      'rule-unknown-parameter',
      [...at, 'arguments', 'most'],
      { parameter: 'most', known: 'least, many' },
      withFilter('typed', { least: 1, most: 2 }),
    ],
    ['variable-no-value', [...at, 'arguments', 'least'], { variable: 'least' }, withFilter('typed')],
    ['variable-bad-value', [...at, 'arguments', 'least'], { variable: 'least', type: 'number' }, withFilter('typed', { least: 'much' })],
    ['variable-bad-value', [...at, 'arguments', 'many'], { variable: 'many', type: 'list' }, withFilter('typed', { least: 1, many: 'x' })],
    ['variable-unknown', [...at, 'arguments', 'least'], { variable: 'v' }, withFilter('typed', { least: $('v') })],
    ['variable-wrong-type', [...at, 'arguments', 'least'], { variable: 'word' }, withFilter('typed', { least: $('word') }), { variables }],
    [
      'variable-unknown',
      [...at, 'filter', 'own'],
      { variable: 'land', known: 'today, now' },
      withFilter('own'),
      { variables: [{ name: 'land', type: 'text', value: 'FR' }] },
    ],

    ['rule-no-history', at, {}, sent(), { workspace: noProfile }],
    ['rule-other-entity', at, { found: 'orders', needed: 'customers' }, sent(), { dimension: 'orders' }],
    ['rule-other-entity', at, { found: 'stores', needed: 'customers' }, sent({ path: ['store'] })],
    ['flow-unknown-entity', at, { entity: 'log' }, sent(), { workspace: historyOf({ entity: 'log' }) }],
    ['rule-history-key', at, { entity: 'contacts' }, sent(), { workspace: historyOf({ profile: ['customer_id', 'contact_id'] }) }],
    ['rule-unknown-attribute', at, { attribute: 'person' }, sent(), { workspace: historyOf({ profile: ['person'] }) }],
    ['rule-wrong-type', at, { attribute: 'status', type: 'text' }, sent(), { workspace: historyOf({ at: 'status' }) }],
    ['rule-history-unmapped', at, { what: 'status' }, { ...sent(), event: 'responded' }, { workspace: historyOf({ status: undefined }) }],
    ['rule-history-unmapped', at, { what: 'message' }, sent({ message: 'm1' }), { workspace: historyOf({ message: undefined }) }],

    [
      'rule-sql-not-boolean',
      [...at, 'sql'],
      { type: 'integer' },
      { kind: 'sql', sql: 'id' },
      { columns: [{ name: 'holds', type: 'BIGINT' }] },
    ],
    [
      'variable-unknown',
      [...at, 'sql'],
      { variable: 'v', known: 'word, number, day, list, later, blank, today, now' },
      { kind: 'sql', sql: 'id = $v' },
      { variables },
    ],
    ['variable-unknown', [...at, 'sql'], { variable: '1' }, { kind: 'sql', sql: 'id = $1' }],
    ['variable-no-value', [...at, 'sql'], { variable: 'later' }, { kind: 'sql', sql: 'id = $later' }, { variables }],
  ])('is told: %s at %j', async (code, place, details, rule, world) => {
    const { problems, plan } = await problemsOf(rule, world);
    expect(problems).toEqual([{ code, place, details: expect.objectContaining(details) }]);
    if (place[0] === 'activities') expect(plan).toMatchObject({ steps: [], outputs: [] });
  });

  it('is told about a count where a value is needed before the flow runs', async () => {
    const later = [{ name: 'n', type: 'number', count: { activity: 'first', output: 'out' } }];
    const flow = {
      activities: [
        { id: 'first', type: 'build-audience', dimension: 'customers', rule: { kind: 'all', rules: [] } },
        { id: 'a', type: 'build-audience', dimension: 'customers', rule: inDays($('n')) },
      ],
      transitions: [],
    };
    const plan = await planCampaign({
      campaign: campaign.parse({ format: 1, id: 'c', name: 'C', seed: 's', flow, variables: later }),
      workspace: shopWorkspace,
      model: shopModel,
      audiences: [],
      filters: [],
      asOf: shopAsOf,
      describe: async () => [],
      stamp: noFile,
    });
    expect(plan.problems).toMatchObject([{ code: 'variable-late', place: at, details: { variable: 'n' } }]);
  });
});
