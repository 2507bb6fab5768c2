import type { PersonalLabel } from '../model/entity';

/** What of the sample is personal, by entity and attribute. */
export const samplePersonal: Readonly<Record<string, Readonly<Record<string, PersonalLabel>>>> = {
  customers: {
    first_name: 'name',
    last_name: 'name',
    email: 'contact',
    phone: 'contact',
    birth_date: 'birth-date',
    street: 'address',
    postcode: 'address',
  },
  suppression: { email: 'contact' },
};
