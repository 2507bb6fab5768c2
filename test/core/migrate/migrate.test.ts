import { expect, test } from 'vitest';
import { knownFormats } from '../../../core/migrate/formats';
import { type MigrationTable, migrate } from '../../../core/migrate/migrate';
import { migrations } from '../../../core/migrate/migrations';
import { type DocumentKind, documentKinds } from '../../../core/model/documents';

const kinds = Object.keys(documentKinds) as DocumentKind[];

const table: MigrationTable = {
  known: { ...knownFormats, campaign: 3, entity: 2 },
  migrations: [
    { kind: 'campaign', from: 2, change: ({ title, ...rest }) => ({ ...rest, name: title }) },
    { kind: 'campaign', from: 1, change: ({ label, ...rest }) => ({ ...rest, title: label }) },
    { kind: 'entity', from: 1, change: (entity) => ({ ...entity, rows: 0 }) },
  ],
};

test('every format of every kind since the first has exactly one migration to the next', () => {
  for (const kind of kinds) {
    const from = migrations.filter((m) => m.kind === kind).map((m) => m.from);
    expect(
      from.toSorted((a, b) => a - b),
      kind,
    ).toEqual(Array.from({ length: knownFormats[kind] - 1 }, (_, i) => i + 1));
  }
});

test('a document goes through every format in turn', () => {
  const old = { format: 1, id: 'c', label: 'Spring' };
  expect(migrate('campaign', 1, old, 'campaign c', table)).toEqual({ format: 3, id: 'c', name: 'Spring' });
  expect(old).toEqual({ format: 1, id: 'c', label: 'Spring' });
  expect(migrate('entity', 1, { name: 'e' }, 'entity e', table)).toEqual({ name: 'e', rows: 0 });
});

test('a document of today stays as it is', () => {
  const document = { format: 1 };
  for (const kind of kinds) expect(migrate(kind, knownFormats[kind], document, kind)).toBe(document);
});

test('a newer document is refused', () => {
  expect(() => migrate('run', 2, {}, 'run r')).toThrow(
    expect.objectContaining({ code: 'workspace-too-new', details: { what: 'run r', format: 2, known: 1 } }),
  );
});

test('a missing migration is a defect', () => {
  expect(() => migrate('campaign', 1, {}, 'c', { ...table, migrations: [] })).toThrow('no migration of campaign from format 1');
});
