import { beforeEach, expect, test } from 'vitest';
import { nextImport, nextPart, queueImports, useImports } from '../../../renderer/state/imports';

beforeEach(() => useImports.setState({ waiting: [] }));

const first = () => useImports.getState().waiting[0];

test('the same file twice in a row is asked about twice', () => {
  queueImports(['/data/people.csv']);
  queueImports(['/data/people.csv']);
  const before = first();
  nextImport();
  expect(first()?.path).toBe(before?.path);
  expect(first()?.turn).not.toBe(before?.turn);
});

test('so is every part of a file', () => {
  queueImports(['/data/people.xlsx', '/data/people.xlsx']);
  const before = first();
  nextPart({ sheet: 'Two' }, [{ sheet: 'One' }], [{ sheet: 'Three' }]);
  expect(first()).toMatchObject({
    path: '/data/people.xlsx',
    part: { sheet: 'Two' },
    loaded: [{ sheet: 'One' }],
    left: [{ sheet: 'Three' }],
  });
  expect(first()?.turn).not.toBe(before?.turn);
  expect(useImports.getState().waiting).toHaveLength(2);
});
