import { expect, test } from 'vitest';
import { typedAt } from '../../../renderer/features/campaign/inspector/typed-at';

const condition = (value: unknown) => ({ kind: 'attribute', attribute: 'country', test: { op: 'equals', value } });
const rule = (...rules: unknown[]) => ({ id: 'a', rule: { kind: 'all', rules } });

test('what is typed into one field is told by where it is, so that it is one step of undo', () => {
  expect(typedAt(rule(condition('F')), rule(condition('FR')))).toBe('rule/rules/0/test/value/');
  expect(typedAt(rule(condition('x'), condition(1)), rule(condition('x'), condition(12)))).toBe('rule/rules/1/test/value/');
  expect(typedAt({ label: undefined }, { label: 'B' })).toBe('label/');
  expect(typedAt({ values: ['gold'] }, { values: ['gold', 's'] })).toBe('values/');
});

test('a part more or less, a switch, or several things at once are steps of their own', () => {
  expect(typedAt(rule(condition('F')), rule(condition('F'), condition('')))).toBeUndefined();
  expect(typedAt(rule(condition('F')), rule())).toBeUndefined();
  expect(typedAt({ exact: undefined }, { exact: true })).toBeUndefined();
  expect(typedAt(rule(condition('F')), rule({ ...condition('R'), attribute: 'tier' }))).toBeUndefined();
  expect(typedAt(rule(condition('F')), rule(condition({ variable: 'land' })))).toBeUndefined();
  expect(typedAt(rule(), rule())).toBeUndefined();
});
