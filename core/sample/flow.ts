import type { z } from 'zod';
import type { flow } from '../model/activity';
import { sampleEmail, samplePostcard } from './messages';

const arrow = (from: string, to: string, input = 0, output = 'out') => ({ from, output, to, input });

/** A flow that shows most activities: gather, combine, exclude, enrich, deduplicate, split, and two channels. */
export const sampleFlow: z.input<typeof flow> = {
  activities: [
    {
      id: 'buyers',
      type: 'build-audience',
      label: 'Bought this half-year',
      dimension: 'customers',
      rule: {
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
                { kind: 'attribute', attribute: 'total', test: { op: 'at-least', value: '30' } },
              ],
            },
          },
          { kind: 'attribute', attribute: 'country', test: { op: 'not-equals', value: 'US' } },
        ],
      },
    },
    {
      id: 'upcoming',
      type: 'build-audience',
      label: 'Bookings to come',
      dimension: 'bookings',
      rule: {
        kind: 'all',
        rules: [
          { kind: 'attribute', attribute: 'status', test: { op: 'equals', value: 'confirmed' } },
          { kind: 'attribute', attribute: 'starts_at', test: { op: 'in-next', count: 60, unit: 'day' } },
        ],
      },
    },
    { id: 'guests', type: 'change-dimension', label: 'Their guests', path: ['customer'], complement: true },
    {
      id: 'lapsing',
      type: 'sql',
      label: 'Good customers gone quiet',
      dimension: 'customers',
      sql: `SELECT customer_id, count(*) AS past_orders
FROM orders
GROUP BY customer_id
HAVING count(*) >= 8 AND sum(total) >= 600
  AND customer_id IN (SELECT customer_id FROM customers)`,
    },
    { id: 'everyone', type: 'combine', label: 'Any of them', operation: 'union' },
    { id: 'contacted', type: 'read-audience', label: 'Contacted this week', audience: 'recently-contacted' },
    { id: 'rested', type: 'combine', label: 'Leave them in peace', operation: 'exclusion', complement: true },
    {
      id: 'facts',
      type: 'enrich',
      label: 'Add what we know',
      additions: [
        { kind: 'attribute', path: ['store'], attribute: 'name', as: 'store_name' },
        { kind: 'aggregate', path: ['orders'], function: 'count', as: 'orders' },
        { kind: 'aggregate', path: ['orders'], function: 'sum', attribute: 'total', as: 'spent' },
        { kind: 'aggregate', path: ['orders'], function: 'max', attribute: 'ordered_at', as: 'last_order_at' },
      ],
    },
    {
      id: 'one-per-home',
      type: 'deduplicate',
      label: 'One per household',
      fields: [{ attribute: 'household_id' }],
      by: { kind: 'order', order: [{ attribute: 'spent', direction: 'descending' }] },
      complement: true,
    },
    {
      id: 'routes',
      type: 'split',
      label: 'Post or email',
      complement: true,
      subsets: [
        {
          id: 'post',
          label: 'Best by post',
          code: 'POST',
          rule: { kind: 'attribute', attribute: 'loyalty_tier', test: { op: 'one-of', values: ['gold', 'silver'] } },
          limit: { kind: 'count', count: 2500 },
          order: [{ attribute: 'spent', direction: 'descending' }],
        },
        {
          id: 'online',
          label: 'Others by email',
          code: 'MAIL',
          rule: { kind: 'attribute', attribute: 'email', test: { op: 'not-empty' } },
        },
      ],
    },
    { id: 'keep', type: 'save-audience', label: 'Keep who gets post', audience: 'autumn-post', mode: 'overwrite' },
    { id: 'postcard', type: 'direct-mail', label: 'Autumn postcard', message: samplePostcard, complement: true },
    { id: 'newsletter', type: 'email', label: 'Autumn email', message: sampleEmail, complement: true },
  ],
  transitions: [
    arrow('upcoming', 'guests'),
    arrow('buyers', 'everyone', 0),
    arrow('guests', 'everyone', 1),
    arrow('lapsing', 'everyone', 2),
    arrow('everyone', 'rested', 0),
    arrow('contacted', 'rested', 1),
    arrow('rested', 'facts'),
    arrow('facts', 'one-per-home'),
    arrow('one-per-home', 'routes'),
    arrow('routes', 'keep', 0, 'post'),
    arrow('keep', 'postcard'),
    arrow('routes', 'newsletter', 0, 'online'),
  ],
};

const place = (column: number, row: number) => ({ x: column * 304, y: row * 136 });

export const sampleLayout = {
  buyers: place(1, 0),
  upcoming: place(0, 1),
  lapsing: place(1, 2.4),
  guests: place(1, 1),
  everyone: place(2, 1),
  contacted: place(2, 2.4),
  rested: place(3, 1),
  facts: place(4, 1),
  'one-per-home': place(5, 1),
  routes: place(6, 1),
  keep: place(7, 0.2),
  postcard: place(8, 0.2),
  newsletter: place(7, 1.9),
};
