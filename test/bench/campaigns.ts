import { type Campaign, campaign } from '../../core/model/campaign';
import type { Rule } from '../../core/model/rule';
import { sampleCampaign } from '../../core/sample/documents';
import { sampleFlow } from '../../core/sample/flow';
import { sampleEmail, samplePostcard } from '../../core/sample/messages';

const channels = ['postcard', 'newsletter'];

/** What the recount edits: a rule at the leaf, a column in the middle, a rule at the root. */
export interface Edits {
  leafPoints?: number;
  middleName?: string;
  rootTotal?: number;
}

const bought = (total: number): Rule => ({
  kind: 'all',
  rules: [
    {
      kind: 'related',
      quantifier: 'some',
      path: ['orders'],
      where: {
        kind: 'all',
        rules: [
          { kind: 'attribute', attribute: 'ordered_at', test: { op: 'in-last', count: 180, unit: 'day' } },
          { kind: 'attribute', attribute: 'total', test: { op: 'at-least', value: String(total) } },
        ],
      },
    },
    { kind: 'attribute', attribute: 'country', test: { op: 'not-equals', value: 'US' } },
  ],
});

/** Twelve activities: the sample's without its channels, and one more filter at the end. */
export function canvas({ leafPoints = 500, middleName = 'store_name', rootTotal = 30 }: Edits = {}): Campaign {
  const activities = sampleFlow.activities
    .filter((a) => !channels.includes(a.id))
    .map((a) => (a.type === 'build-audience' && a.id === 'buyers' ? { ...a, rule: bought(rootTotal) } : a))
    .map((a) => (a.type === 'enrich' ? { ...a, additions: a.additions.map((add, i) => (i === 0 ? { ...add, as: middleName } : add)) } : a));
  const loyal: Rule = { kind: 'attribute', attribute: 'loyalty_points', test: { op: 'at-least', value: String(leafPoints) } };
  return campaign.parse({
    ...sampleCampaign,
    id: 'canvas',
    flow: {
      activities: [...activities, { id: 'loyal', type: 'build-audience', dimension: 'customers', rule: loyal, complement: true }],
      transitions: [
        ...sampleFlow.transitions.filter((t) => !channels.includes(t.to)),
        { from: 'routes', output: 'online', to: 'loyal', input: 0 },
      ],
    },
  });
}

/** Every customer by email and by post. */
export const everyone: Campaign = campaign.parse({
  ...sampleCampaign,
  id: 'everyone',
  flow: {
    activities: [
      { id: 'all', type: 'build-audience', dimension: 'customers', rule: { kind: 'all', rules: [] } },
      {
        id: 'facts',
        type: 'enrich',
        additions: [
          { kind: 'attribute', path: ['store'], attribute: 'name', as: 'store_name' },
          { kind: 'aggregate', path: ['orders'], function: 'count', as: 'orders' },
          { kind: 'aggregate', path: ['orders'], function: 'sum', attribute: 'total', as: 'spent' },
        ],
      },
      {
        id: 'postcard',
        type: 'direct-mail',
        message: {
          ...samplePostcard,
          layout: { ...samplePostcard.layout, columns: samplePostcard.layout.columns.filter((c) => c.label !== 'code') },
          seeds: [],
        },
      },
      { id: 'newsletter', type: 'email', message: { ...sampleEmail, seeds: [] } },
    ],
    transitions: [
      { from: 'all', output: 'out', to: 'facts', input: 0 },
      { from: 'facts', output: 'out', to: 'postcard', input: 0 },
      { from: 'facts', output: 'out', to: 'newsletter', input: 0 },
    ],
  },
});

/** Ordered twice for 30 or more in half a year, may get email, not contacted this week. */
export const segment: Campaign = campaign.parse({
  ...sampleCampaign,
  id: 'segment',
  flow: {
    activities: [
      {
        id: 'segment',
        type: 'build-audience',
        dimension: 'customers',
        rule: {
          kind: 'all',
          rules: [
            {
              kind: 'aggregate',
              path: ['orders'],
              function: 'count',
              where: {
                kind: 'all',
                rules: [
                  { kind: 'attribute', attribute: 'ordered_at', test: { op: 'in-last', count: 180, unit: 'day' } },
                  { kind: 'attribute', attribute: 'total', test: { op: 'at-least', value: '30' } },
                ],
              },
              test: { op: 'at-least', value: '2' },
            },
            {
              kind: 'related',
              quantifier: 'some',
              path: ['consents'],
              where: {
                kind: 'all',
                rules: [
                  { kind: 'attribute', attribute: 'channel', test: { op: 'equals', value: 'email', exact: true } },
                  { kind: 'attribute', attribute: 'value', test: { op: 'equals', value: 'y', exact: true } },
                ],
              },
            },
            {
              kind: 'related',
              quantifier: 'none',
              path: ['contacts'],
              where: { kind: 'attribute', attribute: 'sent_at', test: { op: 'in-last', count: 7, unit: 'day' } },
            },
          ],
        },
      },
    ],
    transitions: [],
  },
});
