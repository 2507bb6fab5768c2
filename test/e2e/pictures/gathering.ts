import { everybody, everyCondition, gold } from './rules';
import type { Shown, Written } from './shown';

const vouchers: Extract<Written, { type: 'load-file' }>['columns'] = [
  { source: 'customer_id', attribute: 'customer_id', type: 'text', trim: true, case: 'upper' },
  { source: 'voucher', attribute: 'voucher', type: 'text' },
  { source: 'valid_until', attribute: 'valid_until', type: 'date', whenRefused: 'empty' },
];

/** Those that gather, in each of their states. */
export const gathering: readonly Shown[] = [
  { id: 'start-signal', type: 'start', label: 'Start by signal', by: { kind: 'signal', variables: ['season'] } },
  { id: 'build', type: 'build-audience', label: 'Build everybody', dimension: 'customers', rule: everybody, after: ['start-signal'] },
  { id: 'build-rule', type: 'build-audience', label: 'Build by every condition', dimension: 'customers', rule: everyCondition },
  { id: 'build-bookings', type: 'build-audience', label: 'Build bookings', dimension: 'bookings', rule: everybody },
  { id: 'read', type: 'read-audience', label: 'Read gold', audience: 'gold' },
  {
    id: 'read-more',
    type: 'read-audience',
    label: 'Read with attributes',
    audience: 'recently-contacted',
    path: ['orders'],
    attributes: [
      { attribute: 'first_name', as: 'first' },
      { path: ['store'], attribute: 'name', as: 'store_name' },
    ],
  },
  {
    id: 'new-date',
    type: 'incremental-query',
    label: 'Incremental by date',
    dimension: 'orders',
    rule: everybody,
    memory: { kind: 'date', attribute: 'ordered_at' },
  },
  {
    id: 'new-key',
    type: 'incremental-query',
    label: 'Incremental by key',
    dimension: 'customers',
    rule: gold,
    memory: { kind: 'key', days: 30 },
  },
  {
    id: 'file-none',
    type: 'load-file',
    label: 'Load nothing yet',
    source: { path: '…', format: 'csv' },
    columns: [{ source: '…', attribute: 'customer_id', type: 'text' }],
  },
  {
    id: 'file',
    type: 'load-file',
    label: 'Load vouchers',
    source: { path: '/data/vouchers.csv', format: 'csv' },
    columns: vouchers,
    tolerate: 20,
    complement: true,
  },
  {
    id: 'sql',
    type: 'sql',
    label: 'SQL of the quiet',
    dimension: 'customers',
    sql: 'SELECT customer_id, count(*) AS past_orders\nFROM orders\nGROUP BY customer_id\nHAVING count(*) >= 8',
  },
  { id: 'sql-wrong', type: 'sql', label: 'SQL with a fault', dimension: 'customers', sql: 'SELECT customer_id\nFROM customer' },
  {
    id: 'reconcile',
    type: 'reconcile',
    label: 'Reconcile exactly',
    entity: 'customers',
    on: [{ column: 'customer_id', attribute: 'customer_id', normaliser: 'text' }],
    several: { kind: 'reject' },
    after: ['file'],
  },
  {
    id: 'reconcile-first',
    type: 'reconcile',
    label: 'Reconcile the first',
    entity: 'customers',
    on: [
      { column: 'customer_id', attribute: 'email', normaliser: 'email' },
      { column: 'voucher', attribute: 'phone', normaliser: 'phone' },
    ],
    where: gold,
    several: { kind: 'first', order: [{ attribute: 'customer_id', direction: 'descending' }] },
    keepUnmatched: true,
    after: ['file'],
  },
];
