import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../core/base/problems';
import { campaign } from '../../../core/model/campaign';
import { type DataModel, entity } from '../../../core/model/entity';
import { unchosen } from '../../../core/model/unchosen';
import type { Given } from '../../../core/model/variable';
import { planCampaign } from '../../../core/plan/plan-campaign';
import { noFiles } from '../../support/no-files';
import { shopAsOf, shopModel, shopWorkspace } from '../../support/shop';
import { shopAudiences, shopFilters } from '../../support/shop-audiences';

async function problemsOf(
  activities: object[],
  arrows: [from: string, output: string, to: string, input?: number][] = [],
  more: { variables?: object[]; given?: Given; entity?: string } = {},
): Promise<Problem[]> {
  const transitions = arrows.map(([from, output, to, input = 0]) => ({ from, output, to, input }));
  const document = campaign.parse({
    format: 1,
    id: 'c',
    name: 'C',
    seed: 's',
    variables: more.variables,
    flow: { activities, transitions },
  });
  const columns = [{ name: 'first_name', type: 'VARCHAR' }];
  const plan = await planCampaign({
    campaign: document,
    workspace: shopWorkspace,
    model: more.entity ? withEntity(more.entity) : shopModel,
    audiences: shopAudiences,
    filters: shopFilters,
    ...(more.given ? { given: more.given } : {}),
    asOf: shopAsOf,
    describe: async () => columns,
    stamp: async (path) => (path === 'lines.csv' ? { bytes: 1, modified: 1 } : noFiles(path)),
  });
  return plan.problems;
}

function withEntity(name: string): DataModel {
  const more = entity.parse({ name, key: ['id'], rows: 0, dataVersion: 1, attributes: [{ name: 'id', type: 'integer' }] });
  return { ...shopModel, entities: [...shopModel.entities, more] };
}

const build = (id: string, rule: object = { kind: 'all', rules: [] }, dimension = 'customers') => ({
  id,
  type: 'build-audience',
  dimension,
  rule,
});
const start = { id: 's', type: 'start', by: { kind: 'manual' } };
const wait = { id: 'w', type: 'wait', until: { kind: 'duration', amount: 1, unit: 'day' } };
const test = (attribute: string, asked: object) => ({ kind: 'attribute', attribute, test: asked });
const lines = (...columns: object[]) => ({
  id: 'f',
  type: 'load-file',
  source: { path: 'lines.csv', format: 'csv' },
  columns: [{ source: 'a', attribute: 'a', type: 'text' }, ...columns],
});
const reconcile = (more: object) => ({
  id: 'r',
  type: 'reconcile',
  entity: 'customers',
  on: [{ column: 'a', attribute: 'email', normaliser: 'email' }],
  several: { kind: 'reject' },
  ...more,
});
const email = {
  id: 'm',
  type: 'email',
  message: { category: 'transactional', subject: 'Hello', from: { name: 'Shop', address: 'shop@example.test' }, html: '<p>Hello</p>' },
};
const named = (attribute: string) => ({ kind: 'attribute', attribute, as: 'it' });
/** Customers and orders combined, or two kinds of customers that have a column each. */
const combined = (more: object, ...columns: object[]) =>
  problemsOf(
    [
      build('a'),
      build('b', undefined, columns.length > 0 ? 'customers' : 'orders'),
      ...columns.map((column, i) => ({ id: `e${i}`, type: 'enrich', additions: [column] })),
      { id: 'c', type: 'combine', ...more },
    ],
    columns.length > 0
      ? [
          ['a', 'out', 'e0'],
          ['b', 'out', 'e1'],
          ['e0', 'out', 'c'],
          ['e1', 'out', 'c', 1],
        ]
      : [
          ['a', 'out', 'c'],
          ['b', 'out', 'c', 1],
        ],
  );
const one = { kind: 'count', count: 1 };
const sample = (method: object) => ({ id: 's', type: 'sample', method });

const variables = [
  { name: 'season', type: 'text', value: 'summer' },
  { name: 'most', type: 'number', value: 3 },
  { name: 'open', type: 'number' },
  { name: 'lands', type: 'list', value: ['FR'] },
  { name: 'loud', type: 'boolean', value: true },
  { name: 'rows', type: 'number', value: 1, count: { activity: 'a', output: 'out' } },
];
const asking = (left: object, op: string, right: unknown) => ({
  id: 't',
  type: 'test',
  branches: [{ id: 'x', all: [{ left, op, right }] }],
});
const tested = (left: object, op: string, right: unknown, more: object = {}) =>
  problemsOf([build('a'), { ...asking(left, op, right), ...more }], [['a', 'out', 't']], { variables });
const variable = (name: string) => ({ kind: 'variable', variable: name });
const countOf = (activity?: string, output?: string) => ({ kind: 'count', activity, output });
const conditionAt = ['activities', 't', 'branches', 0, 'all', 0];

describe('problems found before anything runs', () => {
  it.each<[code: string, place: (string | number)[], Promise<Problem[]>]>([
    ['flow-empty', ['flow'], problemsOf([])],
    ['flow-duplicate-id', ['activities', 'a'], problemsOf([build('a'), build('a')])],
    ['flow-unknown-activity', ['flow', 'transitions'], problemsOf([build('a')], [['ghost', 'out', 'a']])],
    ['flow-unknown-output', ['activities', 'a'], problemsOf([build('a'), build('b')], [['a', 'left', 'b']])],
    [
      'flow-cycle',
      ['flow'],
      problemsOf(
        [build('a'), build('b')],
        [
          ['a', 'out', 'b'],
          ['b', 'out', 'a'],
        ],
      ),
    ],
    [
      'flow-missing-input',
      ['activities', 'c'],
      problemsOf([build('a'), { id: 'c', type: 'combine', operation: 'union' }], [['a', 'out', 'c']]),
    ],
    [
      'flow-too-many-inputs',
      ['activities', 'b'],
      problemsOf(
        [build('a'), build('x'), build('b')],
        [
          ['a', 'out', 'b'],
          ['x', 'out', 'b', 1],
        ],
      ),
    ],
    ['flow-carries-nobody', ['activities', 'w'], problemsOf([start, wait], [['s', 'out', 'w']])],
    [
      'flow-duplicate-output',
      ['activities', 'f'],
      problemsOf([build('a'), { id: 'f', type: 'fork', branches: [{ id: 'x' }, { id: 'x' }] }], [['a', 'out', 'f']]),
    ],
    [
      'flow-unknown-input',
      ['activities', 'j'],
      problemsOf(
        [build('a'), build('b'), { id: 'j', type: 'and-join', primary: 2 }],
        [
          ['a', 'out', 'j'],
          ['b', 'out', 'j', 1],
        ],
      ),
    ],
    [
      'flow-unknown-output',
      ['activities', 'w'],
      problemsOf(
        [build('a'), { ...wait, complement: true }, build('b')],
        [
          ['a', 'out', 'w'],
          ['w', 'complement', 'b'],
        ],
      ),
    ],
    ['variable-unknown', [...conditionAt, 'left'], tested(variable('none'), 'equals', 'x')],
    ['variable-no-value', [...conditionAt, 'left'], tested(variable('open'), 'equals', 1)],
    ['variable-wrong-type', [...conditionAt, 'right'], tested(variable('season'), 'equals', { variable: 'most' })],
    ['variable-wrong-type', conditionAt, tested(variable('lands'), 'equals', { variable: 'lands' })],
    ['rule-bad-value', [...conditionAt, 'right'], tested(variable('most'), 'equals', 'many')],
    ['rule-bad-value', [...conditionAt, 'right'], tested(countOf(), 'equals', true)],
    ['rule-wrong-type', conditionAt, tested(variable('loud'), 'less', false)],
    ['flow-not-counted', [...conditionAt, 'left'], tested(countOf('ghost'), 'equals', 1)],
    ['flow-not-counted', [...conditionAt, 'left'], tested(countOf('a', 'left'), 'equals', 1)],
    ['flow-cycle', ['flow'], tested(countOf('t', 'x'), 'equals', 1)],
    [
      'flow-duplicate-output',
      ['activities', 't'],
      tested(countOf(), 'equals', 1, { default: true, branches: [{ ...asking(countOf(), 'equals', 1).branches[0], id: 'default' }] }),
    ],
    ['variable-unknown', ['variables'], problemsOf([build('a')], [], { variables, given: { rows: 3 } })],
    ['variable-bad-value', ['variables', 1], problemsOf([build('a')], [], { variables, given: { most: 'many' } })],
    ['flow-unknown-entity', ['activities', 'a'], problemsOf([build('a', undefined, 'clients')])],
    ['flow-dimension-mismatch', ['activities', 'b'], problemsOf([build('a', undefined, 'orders'), build('b')], [['a', 'out', 'b']])],
    ['flow-unknown-audience', ['activities', 'r'], problemsOf([{ id: 'r', type: 'read-audience', audience: 'nobody' }])],
    ['flow-no-audience', ['activities', 'r'], problemsOf([{ id: 'r', type: 'read-audience', audience: unchosen.audience }])],
    ['load-no-file', ['activities', 'f'], problemsOf([{ ...lines(), source: { path: unchosen.file, format: 'csv' } }])],
    [
      'flow-unknown-column',
      ['activities', 'c'],
      problemsOf(
        [build('a'), build('b'), { id: 'c', type: 'combine', operation: 'union', by: ['land'] }],
        [
          ['a', 'out', 'c'],
          ['b', 'out', 'c', 1],
        ],
      ),
    ],
    [
      'flow-column-exists',
      ['activities', 'e'],
      problemsOf(
        [build('a'), { id: 'e', type: 'enrich', additions: [{ kind: 'attribute', attribute: 'country', as: 'id' }] }],
        [['a', 'out', 'e']],
      ),
    ],
    [
      'flow-column-exists',
      ['activities', 'e'],
      problemsOf(
        [
          build('a'),
          {
            id: 'e',
            type: 'enrich',
            additions: [
              { kind: 'collect', path: ['orders'], attributes: ['total'], count: 2, order: [], as: 'order' },
              { kind: 'attribute', attribute: 'country', as: 'Order_2_Total' },
            ],
          },
        ],
        [['a', 'out', 'e']],
      ),
    ],
    [
      'rule-unknown-attribute',
      ['activities', 'e', 'additions', 0],
      problemsOf(
        [
          build('a'),
          {
            id: 'e',
            type: 'enrich',
            additions: [{ kind: 'collect', path: ['orders'], attributes: ['nope'], count: 1, order: [], as: 'o' }],
          },
        ],
        [['a', 'out', 'e']],
      ),
    ],
    [
      'rule-path-many',
      ['activities', 'r', 'attributes', 0],
      problemsOf([
        { id: 'r', type: 'read-audience', audience: 'french', attributes: [{ path: ['orders'], attribute: 'total', as: 'total' }] },
      ]),
    ],
    [
      'flow-column-exists',
      ['activities', 'd', 'merge', 0],
      problemsOf([build('a'), { id: 'd', type: 'deduplicate', fields: [{ attribute: 'email' }], merge: ['id'] }], [['a', 'out', 'd']]),
    ],
    [
      'rule-unknown-attribute',
      ['activities', 'd', 'merge', 1],
      problemsOf(
        [build('a'), { id: 'd', type: 'deduplicate', fields: [{ attribute: 'email' }], merge: ['city', 'nope'] }],
        [['a', 'out', 'd']],
      ),
    ],
    [
      'flow-column-exists',
      ['activities', 'c'],
      problemsOf(
        [
          build('a', undefined, 'orders'),
          { id: 'e', type: 'enrich', additions: [{ kind: 'attribute', attribute: 'customer_id', as: 'ID' }] },
          { id: 'c', type: 'change-dimension', path: ['customer'], columns: [{ column: 'ID', keep: 'count' }] },
        ],
        [
          ['a', 'out', 'e'],
          ['e', 'out', 'c'],
        ],
      ),
    ],
    [
      'flow-unknown-column',
      ['activities', 'c'],
      problemsOf(
        [
          build('a', undefined, 'orders'),
          { id: 'c', type: 'change-dimension', path: ['customer'], columns: [{ column: 'spent', keep: 'sum' }] },
        ],
        [['a', 'out', 'c']],
      ),
    ],
    ['flow-unknown-input', ['activities', 'c'], combined({ operation: 'exclusion', primary: 2 })],
    [
      'flow-unknown-input',
      ['activities', 'c'],
      combined({ operation: 'exclusion', bring: [{ kind: 'path', input: 5, path: ['customer'] }] }),
    ],
    ['flow-dimension-mismatch', ['activities', 'c'], combined({ operation: 'exclusion' })],
    [
      'flow-dimension-mismatch',
      ['activities', 'c', 'bring', 0],
      combined({ operation: 'exclusion', bring: [{ kind: 'path', input: 1, path: ['lines'] }] }),
    ],
    [
      'rule-unknown-link',
      ['activities', 'c', 'bring', 0, 'path'],
      combined({ operation: 'exclusion', bring: [{ kind: 'path', input: 1, path: ['nowhere'] }] }),
    ],
    [
      'flow-dimension-mismatch',
      ['activities', 'c'],
      combined({ operation: 'union', bring: [{ kind: 'path', input: 1, path: ['customer'] }] }),
    ],
    [
      'rule-unknown-attribute',
      ['activities', 'c', 'bring', 0, 'on', 0],
      combined({ operation: 'exclusion', bring: [{ kind: 'match', input: 1, on: [{ primary: 'nope', other: 'channel' }] }] }),
    ],
    [
      'flow-types-differ',
      ['activities', 'c', 'bring', 0, 'on', 0],
      combined({ operation: 'exclusion', bring: [{ kind: 'match', input: 1, on: [{ primary: 'email', other: 'total' }] }] }),
    ],
    ['flow-column-types', ['activities', 'c'], combined({ operation: 'union' }, named('first_name'), named('vip'))],
    ['flow-types-differ', ['activities', 'c'], combined({ operation: 'intersection', by: ['it'] }, named('first_name'), named('vip'))],
    [
      'flow-other-file',
      ['activities', 'c'],
      problemsOf(
        [lines(), { ...lines(), id: 'g' }, { id: 'c', type: 'combine', operation: 'union' }],
        [
          ['f', 'out', 'c'],
          ['g', 'out', 'c', 1],
        ],
      ),
    ],
    ['flow-file-entity', ['activities', 'f'], problemsOf([lines()], [], { entity: 'file' })],
    [
      'sql-missing-key',
      ['activities', 'q', 'sql'],
      problemsOf([{ id: 'q', type: 'sql', dimension: 'customers', sql: 'SELECT first_name FROM customers' }]),
    ],
    [
      'rule-unknown-attribute',
      ['activities', 'a', 'rule', 'rules', 1],
      problemsOf([build('a', { kind: 'all', rules: [test('vip', { op: 'true' }), test('nope', { op: 'true' })] })]),
    ],
    [
      'rule-unknown-link',
      ['activities', 'a', 'rule'],
      problemsOf([build('a', { kind: 'related', quantifier: 'some', path: ['bookings'], where: { kind: 'all', rules: [] } })]),
    ],
    [
      'rule-path-many',
      ['activities', 'a', 'rule'],
      problemsOf([build('a', { ...test('total', { op: 'greater', value: '1' }), path: ['orders'] })]),
    ],
    ['rule-wrong-type', ['activities', 'a', 'rule'], problemsOf([build('a', test('score', { op: 'contains', value: 'x' }))])],
    ['rule-wrong-type', ['activities', 'a', 'rule'], problemsOf([build('a', test('country', { op: 'in-last', count: 3, unit: 'day' }))])],
    ['rule-bad-value', ['activities', 'a', 'rule'], problemsOf([build('a', test('born', { op: 'equals', value: '2026-02-30' }))])],
    [
      'rule-bad-value',
      ['activities', 'a', 'rule'],
      problemsOf([build('a', test('id', { op: 'one-of', values: [1, "2'; DROP TABLE customers; --"] }))]),
    ],
    [
      'rule-no-attribute',
      ['activities', 'a', 'rule'],
      problemsOf([build('a', { kind: 'aggregate', path: ['orders'], function: 'sum', test: { op: 'greater', value: 1 } })]),
    ],
    [
      'rule-unknown-attribute',
      ['activities', 's', 'method', 'order', 0],
      problemsOf(
        [build('a'), sample({ kind: 'first', size: one, order: [{ attribute: 'nope', direction: 'ascending' }] })],
        [['a', 'out', 's']],
      ),
    ],
    [
      'rule-path-many',
      ['activities', 's', 'method'],
      problemsOf([build('a'), sample({ kind: 'stratified', size: one, path: ['orders'], attribute: 'total' })], [['a', 'out', 's']]),
    ],
    ['import-file-missing', ['activities', 'f'], problemsOf([{ ...lines(), source: { path: 'gone.csv', format: 'csv' } }])],
    ['flow-column-exists', ['activities', 'f'], problemsOf([lines({ source: 'b', attribute: 'A', type: 'text' })])],
    ['flow-column-exists', ['activities', 'f'], problemsOf([lines({ source: 'b', attribute: 'Line', type: 'text' })])],
    ['load-no-default', ['activities', 'f'], problemsOf([lines({ source: 'b', attribute: 'b', type: 'text', whenEmpty: 'default' })])],
    [
      'rule-bad-value',
      ['activities', 'f'],
      problemsOf([lines({ source: 'b', attribute: 'b', type: 'date', whenRefused: 'default', default: 'soon' })]),
    ],
    [
      'flow-needs-entity',
      ['activities', 'd'],
      problemsOf([lines(), { id: 'd', type: 'change-dimension', path: ['orders'] }], [['f', 'out', 'd']]),
    ],
    [
      'flow-needs-entity',
      ['activities', 's'],
      problemsOf([lines(), { id: 's', type: 'save-audience', audience: 'new', mode: 'create' }], [['f', 'out', 's']]),
    ],
    [
      'flow-needs-entity',
      ['activities', 'i'],
      problemsOf(
        [
          lines(),
          { id: 'i', type: 'incremental-query', dimension: 'file', rule: { kind: 'all', rules: [] }, memory: { kind: 'key', days: 0 } },
        ],
        [['f', 'out', 'i']],
      ),
    ],
    ['flow-unknown-entity', ['activities', 'a'], problemsOf([build('a', undefined, 'file')])],
    ['flow-needs-entity', ['activities', 'm', 'message'], problemsOf([lines(), email], [['f', 'out', 'm']])],
    ['flow-unknown-entity', ['activities', 'r'], problemsOf([lines(), reconcile({ entity: 'clients' })], [['f', 'out', 'r']])],
    [
      'rule-unknown-attribute',
      ['activities', 'r', 'on', 0],
      problemsOf([lines(), reconcile({ on: [{ column: 'b', attribute: 'email', normaliser: 'text' }] })], [['f', 'out', 'r']]),
    ],
    [
      'rule-unknown-attribute',
      ['activities', 'r', 'on', 0],
      problemsOf([lines(), reconcile({ on: [{ column: 'a', attribute: 'mail', normaliser: 'text' }] })], [['f', 'out', 'r']]),
    ],
    [
      'flow-types-differ',
      ['activities', 'r', 'on', 0],
      problemsOf([lines(), reconcile({ on: [{ column: 'a', attribute: 'id', normaliser: 'none' }] })], [['f', 'out', 'r']]),
    ],
    [
      'reconcile-keeps-one',
      ['activities', 'r'],
      problemsOf([lines(), reconcile({ keepUnmatched: true, several: { kind: 'all' } })], [['f', 'out', 'r']]),
    ],
    [
      'sending-no-path',
      ['activities', 'm', 'message', 'toProfile'],
      problemsOf(
        [
          lines(),
          reconcile({ keepUnmatched: true, entity: 'orders', on: [{ column: 'a', attribute: 'channel', normaliser: 'text' }] }),
          email,
        ],
        [
          ['f', 'out', 'r'],
          ['r', 'out', 'm'],
        ],
      ),
    ],
  ])('%s at %j', async (code, place, found) => {
    expect((await found).map((p) => ({ code: p.code, place: p.place }))).toContainEqual({ code, place });
  });

  it('wants no population of an activity that a start begins', async () => {
    expect(
      await problemsOf(
        [start, build('a'), build('b')],
        [
          ['s', 'out', 'a'],
          ['a', 'out', 'b', 1],
          ['s', 'out', 'b'],
        ],
      ),
    ).toEqual([]);
    const found = await problemsOf([start, wait], [['s', 'out', 'w']]);
    expect(found.map((p) => p.code)).toEqual(['flow-carries-nobody']);
  });

  it('says nothing of a count that is broken elsewhere', async () => {
    const broken = build('b', test('nope', { op: 'true' }));
    const found = await problemsOf([build('a'), broken, asking(countOf('b'), 'equals', 1)], [['a', 'out', 't']]);
    expect(found.map((p) => p.code)).toEqual(['rule-unknown-attribute']);
  });

  it('tells of a count of what does not run', async () => {
    const off = { ...build('b'), disabled: true };
    const found = await problemsOf([build('a'), off, asking(countOf('b'), 'equals', 1)], [['a', 'out', 't']]);
    expect(found.map((p) => p.code)).toEqual(['flow-not-counted']);
  });

  it('reports every problem at once, and none because of another', async () => {
    const found = await problemsOf(
      [
        build('a', test('nope', { op: 'true' })),
        build('b', test('score', { op: 'starts-with', value: 'x' })),
        { id: 'c', type: 'combine', operation: 'union' },
      ],
      [
        ['a', 'out', 'c'],
        ['b', 'out', 'c', 1],
      ],
    );
    expect(found.map((p) => p.code)).toEqual(['rule-unknown-attribute', 'rule-wrong-type']);
  });
});
