import { expect, test } from 'vitest';
import type { Campaign } from '../../../core/model/campaign';
import { campaign as campaignSchema } from '../../../core/model/campaign';
import { filter as filterSchema } from '../../../core/model/filter';
import type { Rule } from '../../../core/model/rule';
import type { Parameter } from '../../../core/model/variable';
import { filterFrom } from '../../../renderer/features/campaign/filters/filter-from';
import { writtenValues } from '../../../renderer/features/campaign/filters/written-values';
import { readValues } from '../../../renderer/features/campaign/rules/values-input';
import { renameVariable, variablesIn, withValues } from '../../../renderer/features/campaign/variables/references';
import { freshName, readName } from '../../../renderer/features/campaign/variables/variable-names';
import { staleActivities } from '../../../renderer/state/stale';
import { build, campaign, model } from '../flow-document';

const rule: Rule = {
  kind: 'all',
  rules: [
    { kind: 'attribute', attribute: 'Full name', test: { op: 'one-of', values: ['Ana', 'Eva'] } },
    { kind: 'not', rule: { kind: 'attribute', attribute: 'id', test: { op: 'between', from: { variable: 'least' }, to: 9 } } },
    {
      kind: 'related',
      quantifier: 'some',
      path: ['orders'],
      where: { kind: 'attribute', attribute: 'id', test: { op: 'at-least', value: 5 } },
    },
    { kind: 'aggregate', path: ['orders'], function: 'count', test: { op: 'at-least', value: 2 } },
  ],
};
const least: Parameter = { name: 'least', type: 'number', value: 3 };

test('what is written in a rule is found with its type, in its order', () => {
  expect(writtenValues(rule, 'customers', model).map(({ of, type, value }) => [of, type, value])).toEqual([
    ['Full name', 'list', ['Ana', 'Eva']],
    ['id', 'number', 9],
    ['id', 'number', 5],
    ['orders', 'number', 2],
  ]);
});

test('a filter asks for what was chosen, hands on variables, and means what the rule meant', () => {
  const [names, , orders] = writtenValues(rule, 'customers', model);
  if (!names || !orders) throw new Error('the rule holds four values');
  const chosen = new Map([
    [names, 'names'],
    [orders, 'order'],
  ]);
  const { filter, use } = filterFrom({
    rule,
    entity: 'customers',
    id: 'f',
    name: 'F',
    chosen,
    variables: [least, { name: 'x', type: 'text' }],
  });
  expect(filterSchema.safeParse(filter).success).toBe(true);
  expect(filter.parameters.map((p) => [p.name, p.type, p.value])).toEqual([
    ['least', 'number', 3],
    ['names', 'list', ['Ana', 'Eva']],
    ['order', 'number', 5],
  ]);
  expect(variablesIn(filter.rule).sort()).toEqual(['least', 'names', 'order']);
  expect(use).toEqual({ kind: 'filter', filter: 'f', arguments: { least: { variable: 'least' } } });
  const own = Object.fromEntries(filter.parameters.map((p) => [p.name, p.value]));
  expect(withValues(filter.rule, { ...own, least: { variable: 'least' } })).toEqual(rule);
});

test('a value that cannot stand where its variable stood makes no rule', () => {
  const inLast: Rule = { kind: 'attribute', attribute: 'day', test: { op: 'in-last', count: { variable: 'n' }, unit: 'day' } };
  expect(withValues(inLast, { n: 7 })).toMatchObject({ test: { count: 7 } });
  expect(withValues(inLast, { n: 'soon' })).toBeUndefined();
  expect(withValues(inLast, {})).toEqual(inLast);
});

test('a variable is renamed wherever it is used, and nothing else is', () => {
  const before: Campaign = {
    ...campaign,
    variables: [least, { name: 'least_ever', type: 'number' }],
    flow: {
      activities: [
        { id: 's', type: 'start', by: { kind: 'signal', variables: ['least', 'least_ever'] } },
        { ...build('a'), type: 'build-audience', dimension: 'customers', rule },
        { id: 'q', type: 'sql', dimension: 'customers', sql: 'SELECT id FROM customers WHERE id > $least AND id < $least_ever' },
        {
          id: 't',
          type: 'test',
          branches: [{ id: 'b', all: [{ left: { kind: 'variable', variable: 'least' }, op: 'less', right: 'least' }] }],
        },
        {
          id: 'm',
          type: 'email',
          message: {
            category: 'marketing',
            subject: 'From {{ vars.least }} to {{ vars.least_ever }}: least',
            from: { name: 'least', address: '' },
            html: '',
          },
        },
      ],
      transitions: [],
    },
  };
  const after = renameVariable(before, 'least', 'most');
  expect(campaignSchema.safeParse(after).success).toBe(true);
  const text = JSON.stringify(after);
  expect(JSON.stringify(after.variables)).toBe('[{"name":"most","type":"number","value":3},{"name":"least_ever","type":"number"}]');
  expect(text).toContain('"variables":["most","least_ever"]');
  expect(text).toContain('"from":{"variable":"most"}');
  expect(text).toContain('id > $most AND id < $least_ever');
  expect(text).toContain('"left":{"kind":"variable","variable":"most"},"op":"less","right":"least"');
  expect(text).toContain('From {{ vars.most }} to {{ vars.least_ever }}: least');
  expect(text).toContain('"name":"least","address"');
});

test('names of variables are made of what is typed, and kept where nothing is left', () => {
  expect(readName('País 2026', 'x')).toBe('pais_2026');
  expect(readName('2nd', 'x')).toBe('nd');
  expect(readName('…', 'x')).toBe('x');
  expect(freshName(['tier', 'tier_2'], 'tier')).toBe('tier_3');
});

test('words are values of the type; a variable among them is one only where it is known', () => {
  const lists: Parameter[] = [{ name: 'more', type: 'list' }];
  expect(readValues(['1', '$more', '$other'], 'integer', lists)).toEqual([1, { variable: 'more' }, '$other']);
  expect(readValues(['01'], 'text', lists)).toEqual(['01']);
  expect(readValues([], 'text', lists)).toEqual(['']);
});

test('a changed variable, and a count that a test looks at from afar, count anew', () => {
  const all = campaign.flow.activities.map((a) => a.id).sort();
  expect([...staleActivities({ ...campaign, variables: [least] }, { ...campaign, variables: [{ ...least, value: 4 }] })].sort()).toEqual(
    all,
  );
  expect(staleActivities({ ...campaign, variables: [least] }, { ...campaign, variables: [{ ...least }] }).size).toBe(0);
  const looking: Campaign = {
    ...campaign,
    flow: {
      activities: [
        build('a'),
        build('z'),
        {
          id: 't',
          type: 'test',
          branches: [{ id: 'b', all: [{ left: { kind: 'count', activity: 'a', output: 'out' }, op: 'less', right: 1 }] }],
        },
      ],
      transitions: [{ from: 'z', output: 'out', to: 't', input: 0 }],
    },
  };
  const edited = {
    ...looking,
    flow: { ...looking.flow, activities: looking.flow.activities.map((a) => (a.id === 'a' ? { ...a, complement: true } : a)) },
  };
  expect([...staleActivities(looking, edited)].sort()).toEqual(['a', 't']);
  const counted: Campaign = { ...looking, variables: [{ name: 'n', type: 'number', count: { activity: 'a', output: 'out' } }] };
  expect([...staleActivities(counted, { ...edited, variables: counted.variables })].sort()).toEqual(['a', 't', 'z']);
});
