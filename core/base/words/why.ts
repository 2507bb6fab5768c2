import type { WordTable } from './words';

/** What hinders saying what became of a row. */
export const whyWords = {
  'why-no-dimension': {
    en: {
      says: 'No population of this flow has keys like {key}.',
      hint: 'Its keys: {known}. Give the values in that order, with commas between.',
    },
    es: {
      says: 'Ninguna población de este flujo tiene claves como {key}.',
      hint: 'Sus claves: {known}. Dé los valores en ese orden, separados por comas.',
    },
  },
  'why-bad-key': {
    en: { says: '“{value}” is no {type} that “{attribute}” of {entity} could hold.', hint: 'Write it as it stands in the table.' },
    es: {
      says: '«{value}» no es un valor de tipo {type} que «{attribute}» de {entity} pueda contener.',
      hint: 'Escríbalo como está en la tabla.',
    },
  },
  'why-not-found': {
    en: { says: 'There is no row {key} in {entity}.', hint: 'Check the key; it may have been loaded under another one.' },
    es: { says: 'No hay ninguna fila {key} en {entity}.', hint: 'Revise la clave; puede que se haya cargado con otra.' },
  },
  'why-several': {
    en: { says: 'There is a row {key} in several entities: {known}.', hint: 'Say which one is meant.' },
    es: { says: 'Hay una fila {key} en varias entidades: {known}.', hint: 'Indique a cuál se refiere.' },
  },
} as const satisfies WordTable;
