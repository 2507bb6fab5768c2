import type { DataModel } from '../../core/model/entity';
import type { DirectMailMessage, EmailMessage } from '../../core/model/message';
import type { ProfileSettings } from '../../core/model/workspace';
import type { Connection } from '../../core/ports/engine';
import { asOfIn } from '../../core/segment/as-of';
import { newCompilation } from '../../core/segment/scope';
import type { AssessRequest } from '../../core/send/request';
import { textLiteral } from '../../core/sql/quote';
import type { Settings, World } from './assess-slowly';

const entity = (name: string, key: string[], attributes: [string, 'text' | 'integer' | 'date'][]) => ({
  name,
  key,
  attributes: attributes.map(([a, type]) => ({ name: a, type })),
  rows: 0,
  dataVersion: 1,
});

export const worldModel: DataModel = {
  entities: [
    entity(
      'person',
      ['id'],
      [
        ['id', 'integer'],
        ['email', 'text'],
        ['first', 'text'],
        ['street', 'text'],
        ['city', 'text'],
        ['postcode', 'text'],
        ['country', 'text'],
      ],
    ),
    entity(
      'booking',
      ['id'],
      [
        ['id', 'integer'],
        ['person_id', 'integer'],
        ['score', 'integer'],
      ],
    ),
    entity(
      'consent',
      ['row'],
      [
        ['row', 'integer'],
        ['person', 'integer'],
        ['address', 'text'],
        ['channel', 'text'],
        ['purpose', 'text'],
        ['value', 'text'],
        ['at', 'date'],
      ],
    ),
    entity(
      'blocked',
      ['address'],
      [
        ['address', 'text'],
        ['at', 'date'],
      ],
    ),
    entity('barred', ['who'], [['who', 'integer']]),
  ],
  links: [
    { name: 'person', reverse: 'bookings', from: 'booking', to: 'person', on: [{ from: 'person_id', to: 'id' }], cardinality: 'N-1' },
  ],
};

const sql = (value: string | number | null) => (value === null ? 'NULL' : typeof value === 'number' ? String(value) : textLiteral(value));

export async function fillWorld(connection: Connection, world: World): Promise<void> {
  const create = async (table: string, columns: string, rows: (string | number | null)[][]) => {
    await connection.run(`CREATE OR REPLACE TABLE ${table} (${columns})`);
    if (rows.length > 0) await connection.run(`INSERT INTO ${table} VALUES ${rows.map((r) => `(${r.map(sql).join(', ')})`).join(', ')}`);
  };
  await create(
    'person',
    'id BIGINT, email VARCHAR, first VARCHAR, street VARCHAR, city VARCHAR, postcode VARCHAR, country VARCHAR',
    world.people.map((p) => [p.id, p.email, p.first, 'Main 1', p.city, p.postcode, p.country]),
  );
  await create(
    'booking',
    'id BIGINT, person_id BIGINT, score BIGINT',
    world.bookings.map((b) => [b.id, b.person, b.score]),
  );
  await create(
    'consent',
    '"row" BIGINT, person BIGINT, address VARCHAR, channel VARCHAR, purpose VARCHAR, "value" VARCHAR, "at" DATE',
    world.consents.map((c, i) => [i, c.person, c.address, c.channel, c.purpose, c.value, c.at]),
  );
  await create(
    'blocked',
    'address VARCHAR, "at" DATE',
    world.blocked.map((b) => [b.address, b.at]),
  );
  await create(
    'barred',
    'who BIGINT',
    world.blockedPeople.map((b) => [b]),
  );
  await connection.run('CREATE OR REPLACE TABLE targets AS SELECT id FROM booking');
  await connection.run('CREATE OR REPLACE TABLE targets_people AS SELECT id FROM person');
}

const identities: ProfileSettings['identities'] = [
  { namespace: 'email', kind: 'email', attribute: 'email', bindings: [{ entity: 'consent', attribute: 'address' }] },
  { namespace: 'crm', kind: 'id', attribute: 'id', bindings: [{ entity: 'barred', attribute: 'who' }] },
];

export function requestFor(settings: Settings): AssessRequest {
  const byIdentity = settings.named === 'identity';
  const unknown = settings.unknown;
  const channels = ['email' as const, 'postal' as const];
  const profile: ProfileSettings = {
    entity: 'person',
    email: 'email',
    postal: { name: settings.nameless ? [] : ['first'], lines: ['street'], postcode: 'postcode', city: 'city', country: 'country' },
    ...(byIdentity ? { identities } : {}),
    consent: {
      entity: 'consent',
      profile: [byIdentity ? 'address' : 'person'],
      channel: 'channel',
      purpose: 'purpose',
      value: 'value',
      at: 'at',
    },
    unknownConsent: { email: unknown, sms: unknown, push: unknown, postal: unknown },
    suppression: [
      {
        name: 'Blocked: addresses',
        entity: 'blocked',
        attribute: 'address',
        matches: 'email',
        channels,
        ...(settings.timed ? { at: 'at' } : {}),
      },
      { name: 'People', entity: 'barred', attribute: 'who', matches: 'profile', channels },
    ],
  };
  const common = {
    category: settings.category,
    purpose: settings.purpose,
    ...(settings.secondary
      ? { secondary: ['bookings'] }
      : { toProfile: ['person'], best: [{ attribute: 'score', direction: 'descending' as const }] }),
    ...(settings.shares.message === undefined ? {} : { control: { share: settings.shares.message } }),
    required: ['profile.first'],
  };
  const email: EmailMessage = {
    ...common,
    subject: 'Hi {{ profile.first }}',
    from: { name: 'Us', address: 'us@example.com' },
    html: '{{ profile.city }}',
  };
  const mail: DirectMailMessage = {
    ...common,
    layout: {
      columns: [{ label: 'Name', content: '{{ profile.first }}' }],
      delimiter: ',',
      header: true,
      lineEnd: 'crlf',
      encoding: 'utf-8',
      sort: [],
      neutraliseFormulas: false,
    },
  };
  const base = {
    compilation: newCompilation(worldModel, asOfIn('2026-06-01T10:00:00Z', 'UTC')),
    population: {
      dimension: settings.secondary ? 'person' : 'booking',
      key: [{ name: 'id', type: 'integer' as const }],
      columns: [],
      table: { kind: 'table' as const, schema: 'main', name: settings.secondary ? 'targets_people' : 'targets' },
    },
    activity: 'm1',
    campaign: { id: 'c1', name: 'Spring' },
    profile,
    campaignControl: settings.shares.campaign === undefined ? undefined : { share: settings.shares.campaign },
    workspaceControl: settings.shares.workspace === undefined ? undefined : { share: settings.shares.workspace },
    salt: 'grain',
  };
  return settings.channel === 'email' ? { ...base, channel: 'email', message: email } : { ...base, channel: 'postal', message: mail };
}
