import type { WordTable } from './words';

export const modelWords = {
  'model-data-behind': {
    en: {
      says: 'The data of “{entity}” is at load {found}, but load {known} was made.',
      hint: 'The last load did not survive. Load its file again.',
    },
    es: {
      says: 'Los datos de «{entity}» están en la carga {found}, pero se hizo la carga {known}.',
      hint: 'La última carga se perdió. Vuelva a cargar su archivo.',
    },
  },
  'link-not-n-1': {
    en: {
      says: 'The link “{link}” cannot be {cardinality}: {repeated} values occur more than once in “{entity}”.',
      hint: 'Link to attributes that are unique there, or turn the link round.',
    },
    es: {
      says: 'El enlace «{link}» no puede ser {cardinality}: {repeated} valores aparecen más de una vez en «{entity}».',
      hint: 'Enlace con atributos únicos allí o invierta el enlace.',
    },
  },
  'link-name-taken': {
    en: { says: '“{entity}” already has a link called “{name}”.', hint: 'Choose another name.' },
    es: { says: '«{entity}» ya tiene un enlace llamado «{name}».', hint: 'Elija otro nombre.' },
  },
  'entity-in-use': {
    en: { says: '“{entity}” cannot be removed: the link “{link}” uses it.', hint: 'Remove the link first.' },
    es: { says: 'No se puede eliminar «{entity}»: lo usa el enlace «{link}».', hint: 'Elimine antes el enlace.' },
  },
} as const satisfies WordTable;
