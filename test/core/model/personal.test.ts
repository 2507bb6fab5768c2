import { expect, it } from 'vitest';
import type { PersonalLabel } from '../../../core/model/entity';
import { likelyLabel, masked } from '../../../core/model/personal';
import type { Cell } from '../../../core/model/value';

it.each<[PersonalLabel, Cell, Cell]>([
  ['name', 'Élodie', 'É•••'],
  ['name', '', ''],
  ['contact', 'ana@example.test', 'a•••@example.test'],
  ['contact', '+34 600 11 22 33', '•••33'],
  ['contact', '123', '•••'],
  ['contact', '@home', '•••me'],
  ['birth-date', '1980-05-14', '1980-••-••'],
  ['birth-date', '14/05/1980', '•••'],
  ['address', 'Calle Mayor 1', '•••'],
  ['identifier', 'ES9121000418', '•••18'],
  ['identifier', 42, '•••'],
  ['identifier', null, null],
])('as %s, %j is shown as %j', (label, value, shown) => {
  expect(masked(label, value)).toBe(shown);
});

it.each([
  ['email', 'contact'],
  ['phone_number', 'contact'],
  ['first_name', 'name'],
  ['lastName', 'name'],
  ['Apellidos', 'name'],
  ['street', 'address'],
  ['born', 'birth-date'],
  ['date_of_birth', 'birth-date'],
  ['iban', 'identifier'],
  ['tax_id', 'identifier'],
  ['AddressLine1', 'address'],
  ['PostalCode', 'address'],
  ['AddressID', undefined],
  ['address_type', undefined],
  ['email-status', undefined],
  ['emailOptIn', undefined],
  ['product_name', undefined],
  ['total', undefined],
  ['hotel', undefined],
])('%s is likely %s', (name, label) => {
  expect(likelyLabel(name)).toBe(label);
});
