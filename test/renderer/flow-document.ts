import type { Activity } from '../../core/model/activity';
import type { Campaign } from '../../core/model/campaign';
import type { DataModel } from '../../core/model/entity';
import type { Surroundings } from '../../renderer/features/campaign/new-activity';

export const build = (id: string): Activity => ({ id, type: 'build-audience', dimension: 'customers', rule: { kind: 'all', rules: [] } });
const union = (id: string): Activity => ({ id, type: 'combine', operation: 'union' });
const mail: Activity = {
  id: 'mail',
  type: 'email',
  message: { category: 'marketing', subject: 'Hello', from: { name: '', address: '' }, html: '' },
};

/** a and b into c, c into mail; z stands alone. */
export const campaign: Campaign = {
  format: 1,
  id: 'spring',
  name: 'Spring',
  seed: 'spring',
  flow: {
    activities: [build('a'), build('b'), union('c'), mail, build('z')],
    transitions: [
      { from: 'a', output: 'out', to: 'c', input: 0 },
      { from: 'b', output: 'out', to: 'c', input: 1 },
      { from: 'c', output: 'out', to: 'mail', input: 0 },
    ],
  },
  layout: {},
};

export const model: DataModel = {
  entities: [
    {
      name: 'customers',
      attributes: [
        { name: 'id', type: 'integer' },
        { name: 'Full name', type: 'text' },
      ],
      key: ['id'],
      rows: 3,
      dataVersion: 1,
    },
    {
      name: 'orders',
      attributes: [
        { name: 'id', type: 'integer' },
        { name: 'customer_id', type: 'integer' },
      ],
      key: ['id'],
      rows: 5,
      dataVersion: 1,
    },
  ],
  links: [
    { name: 'customer', reverse: 'orders', from: 'orders', to: 'customers', on: [{ from: 'customer_id', to: 'id' }], cardinality: 'N-1' },
  ],
};

/** What the window knows when an activity is added behind rows of customers. */
export const around: Surroundings = {
  dimension: 'customers',
  key: 'id',
  attributes: model.entities[0]?.attributes ?? [],
  added: [],
  audience: 'loyal',
  link: 'orders',
  segment: (n) => `Segment ${n}`,
  alertTitle: 'Look at this campaign',
  address: ['street', 'city'],
};
