import { type DataModel, type DataType, dataModel } from '../../../core/model/entity';
import { type Workspace, workspace } from '../../../core/model/workspace';
import type { Data } from '../evaluator/rows';

const entity = (name: string, key: string[], attributes: Record<string, DataType>) => ({
  name,
  key,
  rows: 0,
  dataVersion: 1,
  attributes: Object.entries(attributes).map(([attribute, type]) => ({
    name: attribute,
    type,
    ...(type === 'decimal' ? { scale: 2 } : {}),
  })),
});

const link = (from: string, name: string, to: string, reverse: string, on: Record<string, string>, cardinality = 'N-1') => ({
  name,
  reverse,
  from,
  to,
  on: Object.entries(on).map(([here, there]) => ({ from: here, to: there })),
  cardinality,
});

/** Whom messages go to. */
export const profileEntity = 'customers';

/** Every type, keys of one and of several attributes, and every way two tables may be linked. */
export const randomModel: DataModel = dataModel.parse({
  entities: [
    entity('customers', ['id'], {
      id: 'integer',
      first_name: 'text',
      email: 'text',
      postcode: 'text',
      country: 'text',
      born: 'date',
      score: 'number',
      vip: 'boolean',
      store: 'text',
      friend: 'integer',
    }),
    entity('orders', ['order_id'], {
      order_id: 'integer',
      customer_id: 'integer',
      placed_at: 'timestamp',
      total: 'decimal',
      channel: 'text',
    }),
    entity('lines', ['order_id', 'line'], { order_id: 'integer', line: 'integer', product: 'text', quantity: 'integer' }),
    entity('returns', ['return_id'], { return_id: 'integer', order_id: 'integer', line: 'integer', 'why "so"?': 'text' }),
    entity('products', ['sku'], { sku: 'text', price: 'decimal', made_by: 'text' }),
    entity('stores', ['code'], { code: 'text', sign: 'text', value: 'integer' }),
    entity('cards', ['card'], { card: 'text', customer_id: 'integer', points: 'integer', since: 'date' }),
    entity('visits', ['store', 'day'], { store: 'text', day: 'date', rank: 'integer' }),
    entity('contacts', ['contact_id'], {
      contact_id: 'integer',
      customer_id: 'integer',
      address: 'text',
      at: 'timestamp',
      channel: 'text',
      campaign: 'text',
      message: 'text',
      status: 'text',
    }),
  ],
  links: [
    link('orders', 'customer', 'customers', 'orders', { customer_id: 'id' }),
    link('lines', 'order', 'orders', 'lines', { order_id: 'order_id' }),
    link('returns', 'of', 'lines', 'returns', { order_id: 'order_id', line: 'line' }),
    link('lines', 'product', 'products', 'lines', { product: 'sku' }),
    link('products', 'maker', 'stores', 'makes', { made_by: 'sign' }),
    link('customers', 'store', 'stores', 'customers', { store: 'code' }),
    link('customers', 'friend', 'customers', 'friends', { friend: 'id' }),
    link('cards', 'holder', 'customers', 'card', { customer_id: 'id' }, '1-1'),
    link('visits', 'shop', 'stores', 'visits', { store: 'code' }),
    link('contacts', 'person', 'customers', 'contacts', { customer_id: 'id' }),
  ],
});

export const randomWorkspace: Workspace = workspace.parse({
  format: 1,
  id: 'random',
  name: 'Random',
  zone: 'Europe/Paris',
  profile: {
    entity: profileEntity,
    email: 'email',
    history: {
      entity: 'contacts',
      profile: ['customer_id'],
      at: 'at',
      channel: 'channel',
      campaign: 'campaign',
      message: 'message',
      status: 'status',
      unsent: ['planned', 'cancelled', 'failed'],
      responded: ['clicked', 'failed'],
    },
  },
});

const { profile } = randomWorkspace;
const { history } = profile ?? {};
if (!profile || !history) throw new Error('no history');

const byEmail: Workspace = {
  ...randomWorkspace,
  profile: {
    ...profile,
    identities: [{ namespace: 'email', kind: 'email', attribute: 'email', bindings: [{ entity: 'contacts', attribute: 'address' }] }],
    history: { ...history, profile: ['address'] },
  },
};

/** In half of the worlds communication history names people by their address. */
export const workspaceOf = ({ contacts = [] }: Data): Workspace => (contacts.length % 2 === 0 ? randomWorkspace : byEmail);
