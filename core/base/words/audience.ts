import type { WordTable } from './words';

export const audienceWords = {
  'audience-exists': {
    en: { says: 'An audience “{audience}” already exists.', hint: 'Choose to replace its people (overwrite), or another name.' },
    es: { says: 'Ya existe una audiencia «{audience}».', hint: 'Elija sustituir sus personas (overwrite) u otro nombre.' },
  },
  'audience-in-use': {
    en: { says: 'The audience “{audience}” is used by {users}.', hint: 'Take it out of them first, or remove it all the same.' },
    es: { says: 'La audiencia «{audience}» se usa en {users}.', hint: 'Quítela antes de ahí o elimínela de todos modos.' },
  },
  'audience-live': {
    en: {
      says: 'The audience “{audience}” is live: its members follow from its definition and cannot be saved.',
      hint: 'Save under another name.',
    },
    es: {
      says: 'La audiencia «{audience}» es viva: sus miembros se derivan de su definición y no se pueden guardar.',
      hint: 'Guarde con otro nombre.',
    },
  },
  'audience-lost': {
    en: {
      says: 'The members of the audience “{audience}” are not in the data any more.',
      hint: 'Save it again in its place (overwrite), or remove it.',
    },
    es: {
      says: 'Los miembros de la audiencia «{audience}» ya no están en los datos.',
      hint: 'Guárdela de nuevo en su lugar (overwrite) o elimínela.',
    },
  },
  'audience-column-list': {
    en: { says: 'The column “{column}” holds lists, which an audience cannot keep.', hint: 'Leave it out, or keep single values of it.' },
    es: {
      says: 'La columna «{column}» contiene listas, que una audiencia no puede conservar.',
      hint: 'Quítela o conserve valores sueltos de ella.',
    },
  },
  'audience-column-type': {
    en: {
      says: 'The audience “{audience}” keeps “{column}” as {kept}; what arrives is {found}.',
      hint: 'Give the column another name, or overwrite the audience.',
    },
    es: {
      says: 'La audiencia «{audience}» conserva «{column}» como {kept}; lo que llega es {found}.',
      hint: 'Dé otro nombre a la columna o sobrescriba la audiencia.',
    },
  },
  'audience-fixed': {
    en: {
      says: '“{audience}” is a snapshot: it is the same at every moment.',
      hint: 'Compare it with another audience.',
    },
    es: {
      says: '«{audience}» es una instantánea: es la misma en todo momento.',
      hint: 'Compárela con otra audiencia.',
    },
  },
  'audience-no-snapshot': {
    en: {
      says: 'There is no snapshot of “{audience}” to compare it with.',
      hint: 'Save one, or choose an audience or an earlier moment to compare with.',
    },
    es: {
      says: 'No hay ninguna instantánea de «{audience}» con la que compararla.',
      hint: 'Guarde una, o elija una audiencia o un momento anterior con el que comparar.',
    },
  },
  'audience-no-rule': {
    en: {
      says: '“{audience}” is not defined by a rule, so the region cannot be a rule either.',
      hint: 'Save the region as a snapshot.',
    },
    es: {
      says: '«{audience}» no se define con una regla, así que la región tampoco puede ser una regla.',
      hint: 'Guarde la región como instantánea.',
    },
  },
} as const satisfies WordTable;
