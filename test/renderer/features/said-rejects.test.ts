import { expect, it } from 'vitest';
import { dataTypes } from '../../../core/model/entity';
import type { RowsPage } from '../../../core/model/report';
import { saidRejects } from '../../../renderer/features/data/import/said-rejects';
import { en } from '../../../renderer/text/en';
import { es } from '../../../renderer/text/es';

const page: RowsPage = {
  columns: [
    { name: 'line', type: 'BIGINT' },
    { name: 'column', type: 'VARCHAR' },
    { name: 'value', type: 'VARCHAR' },
    { name: 'reason', type: 'VARCHAR' },
  ],
  values: [
    [9, 12],
    ['joined', null],
    ['soon', 'a,b,c'],
    ['not-date', 'new-kind'],
  ],
  rows: 2,
  offset: 0,
  total: 2,
};

it('says why rows were rejected in the language of the window', () => {
  const said = saidRejects(page, es.import);
  expect(said.columns.map((c) => c.name)).toEqual(['Línea', 'Columna', 'Valor', 'Motivo']);
  expect(said.values).toEqual([...page.values.slice(0, 3), ['no es una fecha', 'new-kind']]);
  expect(saidRejects(page, en.import).values[3]).toEqual(['not a date', 'new-kind']);
});

it('has words for every type a value may not be of', () => {
  const reasons = dataTypes.filter((type) => type !== 'text').map((type) => `not-${type}`);
  expect(Object.keys(en.import.rejectReasons)).toEqual(expect.arrayContaining(reasons));
  expect(Object.keys(es.import.rejectReasons)).toEqual(Object.keys(en.import.rejectReasons));
});
