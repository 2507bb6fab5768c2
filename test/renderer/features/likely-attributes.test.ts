import { expect, test } from 'vitest';
import type { Attribute } from '../../../core/model/entity';
import { likelyPostal, likelyReach } from '../../../renderer/features/settings/likely-attributes';

const texts = (...names: string[]): Attribute[] => names.map((name) => ({ name, type: 'text' }));

test('an address is found in attributes of the usual names, however they are written', () => {
  const columns = ['AddressLine1', 'AddressLine2', 'City', 'StateCode', 'StateName', 'PostalCode', 'CountryCode', 'Country'];
  expect(likelyPostal(texts(...columns))).toEqual({
    name: [],
    lines: ['AddressLine1', 'AddressLine2'],
    postcode: 'PostalCode',
    city: 'City',
    region: 'StateName',
    country: 'CountryCode',
  });
  expect(likelyPostal(texts('nombre', 'apellidos', 'calle', 'código_postal', 'población', 'provincia', 'país'))).toEqual({
    name: ['nombre', 'apellidos'],
    lines: ['calle'],
    postcode: 'código_postal',
    city: 'población',
    region: 'provincia',
    country: 'país',
  });
});

test('a whole name goes before its parts, and what is not there stays open', () => {
  expect(likelyPostal(texts('full_name', 'first_name', 'last_name', 'email_address')).name).toEqual(['full_name']);
  expect(likelyPostal([{ name: 'postcode', type: 'integer' }])).toEqual({ name: [], lines: [''], postcode: '', city: '', country: '' });
});

test('ways to reach people are found too', () => {
  expect(likelyReach(texts('home_phone', 'Mobile number', 'work_email', 'email', 'language'))).toEqual({
    email: 'email',
    phone: 'Mobile number',
    language: 'language',
  });
  expect(likelyReach(texts('mail', 'emailed_on'))).toEqual({ email: 'mail' });
  expect(likelyReach(texts('id'))).toEqual({});
});
