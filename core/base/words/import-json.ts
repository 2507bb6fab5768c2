import type { WordTable } from './words';

export const importJsonWords = {
  'import-object-too-large': {
    en: {
      says: 'One object in {file} is larger than 16 MB.',
      hint: 'Where its records stand in a list within one object, export that list alone, or one record per line.',
    },
    es: {
      says: 'Un objeto de {file} ocupa más de 16 MB.',
      hint: 'Si los registros están en una lista dentro de un solo objeto, exporte solo esa lista o un registro por línea.',
    },
  },
  'import-one-object': {
    en: {
      says: '{file} is one object and becomes one row, with {objects:object|objects} of the list “{field}” as one text.',
      hint: 'If those are the records, export that list alone, or one record per line.',
    },
    es: {
      says: '{file} es un solo objeto y da una sola fila, con {objects:objeto|objetos} de la lista «{field}» como un texto.',
      hint: 'Si son los registros, exporte solo esa lista o un registro por línea.',
    },
  },
  'import-field-twice': {
    en: {
      says: '“{column}” stands more than once in the same object; the first value is read.',
      hint: 'Correct the file if another value is meant.',
    },
    es: {
      says: '«{column}» aparece más de una vez en el mismo objeto; se lee el primer valor.',
      hint: 'Corrija el archivo si se refiere a otro valor.',
    },
  },
  'import-fields-of-beginning': {
    en: {
      says: 'Columns are the fields of the objects at the beginning of {file}; an object with another field is refused.',
      hint: 'Have the fields of all objects looked for; that takes as long as the file is large.',
    },
    es: {
      says: 'Las columnas son los campos de los objetos del principio de {file}; un objeto con otro campo se rechaza.',
      hint: 'Haga buscar los campos de todos los objetos; tarda según el tamaño del archivo.',
    },
  },
} as const satisfies WordTable;
