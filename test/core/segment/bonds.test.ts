import { expect, it } from 'vitest';
import type { Attribute } from '../../../core/model/entity';
import { identityBond } from '../../../core/segment/bonds';

const text: Attribute = { name: 'code', type: 'text' };
const number: Attribute = { name: 'code', type: 'integer' };
const derived = (identity: 'email' | 'phone'): Attribute => ({ name: 'made', type: 'text', derived: { of: 'code', identity } });
const made = (kind: 'email' | 'id' | 'phone', row: Attribute, profile: Attribute) => {
  const bond = identityBond(kind, row, profile);
  return [bond.row.made, bond.profile.made];
};

it('compares ids of one type as they are, but texts without those that are empty', () => {
  expect(made('id', number, number)).toEqual(['as-is', 'as-is']);
  expect(made('id', text, text)).toEqual(['id', 'id']);
  expect(made('id', text, number)).toEqual(['id', 'id']);
});

it('makes nothing of what was made for this kind of identity, and of that alone', () => {
  expect(made('email', derived('email'), text)).toEqual(['as-is', 'email']);
  expect(made('email', derived('phone'), derived('email'))).toEqual(['email', 'as-is']);
});
