import { expect, test } from 'vitest';
import type { ExplainedRule, TracedRow } from '../../../core/model/why';
import { holdsPersonal } from '../../../renderer/features/campaign/why/holds-personal';

const row: TracedRow = { entity: 'people', key: { id: 7 }, activities: [] };
const traced = (activity: Partial<TracedRow['activities'][number]>): TracedRow => ({
  ...row,
  activities: [{ activity: 'a', state: 'passed', inputs: [], outputs: ['out'], reasons: [], added: {}, ...activity }],
});
const rule: ExplainedRule = { place: [], kind: 'attribute', asks: '', result: true, value: 'Ana' };

test.each<[string, TracedRow, boolean]>([
  ['a bare row', row, false],
  ['a labelled key', { ...row, personal: { id: 'identifier' } }, true],
  ['a labelled value of a rule', traced({ reasons: [{ kind: 'rule', rule: { ...rule, personal: 'name' } }] }), true],
  [
    'one within a part of a rule',
    traced({ reasons: [{ kind: 'rule', rule: { ...rule, parts: [{ ...rule, personal: 'contact' }] } }] }),
    true,
  ],
  ['labels of other columns only', traced({ reasons: [{ kind: 'rule', rule }], personal: {} }), false],
  ['a column that is called personal', traced({ added: { personal: 'yes' } }), false],
])('%s: %s', (_name, told, holds) => {
  expect(holdsPersonal([told])).toBe(holds);
});
