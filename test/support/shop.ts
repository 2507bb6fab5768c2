import { type DataModel, entity, link } from '../../core/model/entity';
import { type Workspace, workspace } from '../../core/model/workspace';
import type { Connection } from '../../core/ports/engine';

/** A shop small enough to know by heart: empty values, accents, ties, an order without a customer, a composite key, contacts before and after as-of, replies from addresses. */
export const shopModel: DataModel = {
  entities: [
    entity.parse({
      name: 'customers',
      key: ['id'],
      rows: 10,
      dataVersion: 1,
      attributes: [
        { name: 'id', type: 'integer' },
        { name: 'first_name', type: 'text' },
        { name: 'last_name', type: 'text' },
        { name: 'email', type: 'text' },
        { name: 'country', type: 'text' },
        { name: 'born', type: 'date' },
        { name: 'score', type: 'number' },
        { name: 'vip', type: 'boolean' },
        { name: 'store', type: 'text' },
        { name: 'street', type: 'text' },
        { name: 'postcode', type: 'text' },
        { name: 'city', type: 'text' },
      ],
    }),
    entity.parse({
      name: 'orders',
      key: ['order_id'],
      rows: 10,
      dataVersion: 1,
      attributes: [
        { name: 'order_id', type: 'integer' },
        { name: 'customer_id', type: 'integer' },
        { name: 'placed_at', type: 'timestamp' },
        { name: 'total', type: 'decimal', scale: 2 },
        { name: 'channel', type: 'text' },
      ],
    }),
    entity.parse({
      name: 'lines',
      key: ['order_id', 'line'],
      rows: 7,
      dataVersion: 1,
      attributes: [
        { name: 'order_id', type: 'integer' },
        { name: 'line', type: 'integer' },
        { name: 'product', type: 'text' },
        { name: 'quantity', type: 'integer' },
      ],
    }),
    entity.parse({
      name: 'stores',
      key: ['code'],
      rows: 3,
      dataVersion: 1,
      attributes: [
        { name: 'code', type: 'text' },
        { name: 'town', type: 'text' },
      ],
    }),
    entity.parse({
      name: 'consents',
      key: ['customer_id', 'channel', 'given_at'],
      rows: 6,
      dataVersion: 1,
      attributes: [
        { name: 'customer_id', type: 'integer' },
        { name: 'channel', type: 'text' },
        { name: 'value', type: 'text' },
        { name: 'given_at', type: 'timestamp' },
      ],
    }),
    entity.parse({
      name: 'contacts',
      key: ['contact_id'],
      rows: 11,
      dataVersion: 1,
      attributes: [
        { name: 'contact_id', type: 'integer' },
        { name: 'customer_id', type: 'integer' },
        { name: 'sent_at', type: 'timestamp' },
        { name: 'channel', type: 'text' },
        { name: 'campaign', type: 'text' },
        { name: 'message', type: 'text' },
        { name: 'status', type: 'text' },
      ],
    }),
  ],
  links: [
    link.parse({
      name: 'customer',
      reverse: 'orders',
      from: 'orders',
      to: 'customers',
      on: [{ from: 'customer_id', to: 'id' }],
      cardinality: 'N-1',
    }),
    link.parse({
      name: 'order',
      reverse: 'lines',
      from: 'lines',
      to: 'orders',
      on: [{ from: 'order_id', to: 'order_id' }],
      cardinality: 'N-1',
    }),
    link.parse({
      name: 'store',
      reverse: 'customers',
      from: 'customers',
      to: 'stores',
      on: [{ from: 'store', to: 'code' }],
      cardinality: 'N-1',
    }),
  ],
};

/** Answers from addresses, for settings that name people by them. */
export const shopReplies = entity.parse({
  name: 'replies',
  key: ['reply_id'],
  rows: 8,
  dataVersion: 1,
  attributes: [
    { name: 'reply_id', type: 'integer' },
    { name: 'address', type: 'text' },
    { name: 'channel', type: 'text' },
    { name: 'answer', type: 'text' },
    { name: 'at', type: 'timestamp' },
  ],
});

export const shopWorkspace: Workspace = workspace.parse({
  format: 1,
  id: 'shop',
  name: 'Shop',
  zone: 'Europe/Paris',
  profile: {
    entity: 'customers',
    email: 'email',
    postal: { name: ['first_name', 'last_name'], lines: ['street'], postcode: 'postcode', city: 'city', country: 'country' },
    consent: { entity: 'consents', profile: ['customer_id'], channel: 'channel', value: 'value', at: 'given_at' },
    history: {
      entity: 'contacts',
      profile: ['customer_id'],
      at: 'sent_at',
      channel: 'channel',
      campaign: 'campaign',
      message: 'message',
      status: 'status',
    },
  },
});

/** 12 May 2026, 11:30 in Paris. */
export const shopAsOf = '2026-05-12T09:30:00Z';

const statements = [
  `CREATE TABLE customers (id BIGINT, first_name VARCHAR, last_name VARCHAR, email VARCHAR, country VARCHAR, born DATE, score DOUBLE, vip BOOLEAN, store VARCHAR, street VARCHAR, postcode VARCHAR, city VARCHAR)`,
  `INSERT INTO customers VALUES
    (1, 'Ana', 'García', 'ana@example.test', 'ES', '1980-05-14', 7.5, TRUE, 'S1', 'Calle Mayor 1', '28013', 'Madrid'),
    (2, 'Zoë', 'Martin', 'zoe@example.test', 'FR', '1992-02-29', 3, FALSE, 'S1', '5 rue des Lilas', '75019', 'Paris'),
    (3, 'Élodie', 'Petit', 'ELODIE@example.test', 'FR', NULL, NULL, NULL, 'S2', '12 quai Voltaire', '75007', 'Paris'),
    (4, 'Jürgen', 'Groß', NULL, 'DE', '1975-05-12', 9.25, TRUE, NULL, 'Lange Straße 9', '10115', 'Berlin'),
    (5, 'Bob', 'Smith', 'bob@example', 'GB', '2001-12-31', 1, FALSE, 'S2', '1 High St', 'SW1A 1AA', 'London'),
    (6, 'No', 'Country', 'no@example.test', NULL, '1990-01-01', 5, FALSE, 'S9', NULL, NULL, NULL),
    (7, '', 'Empty', '', '', '1990-05-15', 5, NULL, 'S1', 'Somewhere 2', '', ''),
    (8, 'Ana', 'Garcia', 'ana@example.test', 'ES', '1980-05-14', 7.5, TRUE, 'S1', 'Calle Mayor 1', '28013', 'Madrid'),
    (9, 'O''Neil', '100%_wild', 'oneil@example.test', 'IE', '1966-06-06', -2, FALSE, 'S3', '3 Quay', 'D02 X285', 'Dublin'),
    (10, 'Last', 'One', 'last@example.test', 'US', '1999-05-13', 0, TRUE, 'S3', '7 Main St', '10001', 'New York')`,
  `CREATE TABLE orders (order_id BIGINT, customer_id BIGINT, placed_at TIMESTAMP, total DECIMAL(18, 2), channel VARCHAR)`,
  `INSERT INTO orders VALUES
    (101, 1, '2026-05-01 10:00:00', 20.00, 'web'),
    (102, 1, '2026-04-01 10:00:00', 120.50, 'store'),
    (103, 2, '2026-05-12 11:29:59', 80.10, 'web'),
    (104, 2, '2025-01-01 00:00:00', 10.00, 'web'),
    (105, 2, '2026-05-12 11:30:00', 15.00, 'web'),
    (106, 4, '2026-04-12 00:00:00', 99.99, 'store'),
    (107, 5, '2026-04-11 23:59:59', 5.00, NULL),
    (108, NULL, '2026-05-05 12:00:00', 50.00, 'web'),
    (109, 8, '2026-05-01 10:00:00', 20.00, 'web'),
    (110, 9, NULL, NULL, 'phone')`,
  `CREATE TABLE lines (order_id BIGINT, line BIGINT, product VARCHAR, quantity BIGINT)`,
  `INSERT INTO lines VALUES (101, 1, 'tea', 2), (101, 2, 'cup', 1), (102, 1, 'pot', 1), (103, 1, 'tea', 5), (106, 1, 'cup', 2), (107, 1, 'tea', 1), (999, 1, 'lost', 1)`,
  `CREATE TABLE stores (code VARCHAR, town VARCHAR)`,
  `INSERT INTO stores VALUES ('S1', 'Lyon'), ('S2', 'Bilbao'), ('S3', NULL)`,
  `CREATE TABLE consents (customer_id BIGINT, channel VARCHAR, "value" VARCHAR, given_at TIMESTAMP)`,
  `INSERT INTO consents VALUES
    (1, 'email', 'y', '2026-01-01 00:00:00'), (2, 'email', 'y', '2026-01-01 00:00:00'), (2, 'email', 'n', '2026-06-01 00:00:00'),
    (3, 'email', 'y', '2025-01-01 00:00:00'), (8, 'email', 'y', '2026-02-01 00:00:00'), (9, 'email', 'n', '2026-02-01 00:00:00')`,
  `CREATE TABLE contacts (contact_id BIGINT, customer_id BIGINT, sent_at TIMESTAMP, channel VARCHAR, campaign VARCHAR, message VARCHAR, status VARCHAR)`,
  `INSERT INTO contacts VALUES
    (1, 1, '2026-05-10 10:00:00', ' Email', 'spring', 'm1', 'sent'),
    (2, 1, '2026-05-12 11:30:00', 'email', 'spring', 'm2', 'clicked'),
    (3, 2, '2026-05-12 11:29:59', 'email', 'spring', 'm1', 'clicked'),
    (4, 3, '2026-04-12 00:00:00', 'postal', 'winter', 'm1', NULL),
    (5, 4, '2026-04-11 23:59:59', 'SMS', 'winter', 'm1', ' Converted'),
    (6, 5, '2026-05-01 09:00:00', 'email', 'spring', 'm1', 'Failed'),
    (7, 6, '2026-05-01 09:00:00', 'email', 'spring', 'm1', 'planned'),
    (8, 8, NULL, 'email', 'spring', 'm1', 'clicked'),
    (9, NULL, '2026-05-01 09:00:00', 'email', 'spring', 'm1', 'sent'),
    (10, 9, '2026-05-20 09:00:00', 'email', 'spring', 'm1', 'clicked'),
    (11, 10, '2025-05-12 09:00:00', NULL, NULL, NULL, 'bounced')`,
  `CREATE TABLE replies (reply_id BIGINT, address VARCHAR, channel VARCHAR, answer VARCHAR, "at" TIMESTAMP)`,
  `INSERT INTO replies VALUES
    (1, ' Ana@Example.test ', 'email', 'yes', '2026-05-01 09:00:00'), (2, 'elodie@example.test', 'email', 'yes', '2026-05-01 09:00:00'),
    (3, 'Elodie@Example.TEST', 'email', 'no', '2026-05-12 11:30:01'), (4, 'last@example.test', 'email', 'yes', '2026-05-02 09:00:00'),
    (5, ' LAST@example.test', 'email', 'no', '2026-05-03 09:00:00'), (6, '', 'email', 'yes', NULL), (7, 'ZOE@example.test', 'email', 'no', '2026-06-01 09:00:00'), (8, 'no@example.test', 'email', 'no', NULL)`,
];

export async function fillShop(connection: Connection): Promise<void> {
  for (const statement of statements) await connection.run(statement);
}
