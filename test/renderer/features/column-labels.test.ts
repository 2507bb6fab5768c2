import { describe, expect, it } from 'vitest';
import type { DataModel, Entity, PersonalLabel } from '../../../core/model/entity';
import { type ChosenLabels, labellings } from '../../../renderer/features/data/import/column-labels';

const columns = [
  { source: 'Mail', attribute: 'email', type: 'text' as const },
  { source: 'n', attribute: 'n', type: 'integer' as const },
  { source: 'Name', attribute: 'name', type: 'text' as const, ignore: true },
];

function labels(chosen: ChosenLabels, before?: { personal?: PersonalLabel; loadedAt?: string }): (PersonalLabel | null)[] {
  const { personal, loadedAt } = before ?? {};
  const entity: Entity = {
    name: 'people',
    attributes: [{ name: 'email', type: 'text', ...(personal ? { personal } : {}) }],
    key: ['email'],
    rows: 0,
    dataVersion: 1,
    ...(loadedAt ? { loadedAt } : {}),
  };
  const model: DataModel = { entities: before ? [entity] : [], links: [] };
  const proposed = [
    { source: 'Mail', personal: 'contact' as const },
    { source: 'Name', personal: 'name' as const },
  ];
  return labellings(columns, { entity: 'people', model, proposed, chosen }).map((l) => l.personal);
}

describe('attributes are labelled', () => {
  const loadedAt = '2026-01-15T10:00:00.000Z';

  it('as proposed where they are new, or only declared', () => {
    expect(labels(new Map())).toEqual(['contact', null]);
    expect(labels(new Map(), {})).toEqual(['contact', null]);
    expect(labels(new Map(), { personal: 'identifier' })).toEqual(['identifier', null]);
  });

  it('as they were where they were loaded before', () => {
    expect(labels(new Map(), { loadedAt })).toEqual([null, null]);
    expect(labels(new Map(), { loadedAt, personal: 'identifier' })).toEqual(['identifier', null]);
  });

  it('as a person says, in any case', () => {
    expect(labels(new Map([['n', 'identifier']]), { loadedAt })).toEqual([null, 'identifier']);
    expect(labels(new Map([['Mail', null]]))).toEqual([null, null]);
  });
});
