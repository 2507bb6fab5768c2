import type { WordTable } from './words';

export const importJsonWords = {
  'import-bad-json': {
    en: {
      says: '{file} cannot be read as JSON: record {record} is faulty at its byte {byte}.',
      hint: 'Correct the file at that place. Its records are objects: in one list, or one after the other.',
    },
    es: {
      says: '{file} no se puede leer como JSON: el registro {record} tiene un error en su byte {byte}.',
      hint: 'Corrija el archivo en ese lugar. Sus registros son objetos: en una sola lista o uno tras otro.',
    },
  },
  'import-cut-json': {
    en: {
      says: '{file} cannot be read as JSON: it ends in the middle of record {record}.',
      hint: 'Export it again, or close what is left open there.',
    },
    es: {
      says: '{file} no se puede leer como JSON: termina en medio del registro {record}.',
      hint: 'Expórtelo de nuevo o cierre lo que queda abierto allí.',
    },
  },
  'import-no-json': {
    en: { says: '{file} cannot be read as JSON.', hint: 'Its records are objects: in one list, or one after the other.' },
    es: { says: '{file} no se puede leer como JSON.', hint: 'Sus registros son objetos: en una sola lista o uno tras otro.' },
  },
  'import-no-objects': {
    en: {
      says: '{file} holds no objects with fields.',
      hint: 'Records are objects, as {"id": 1}: in one list, or one after the other.',
    },
    es: {
      says: '{file} no contiene objetos con campos.',
      hint: 'Los registros son objetos, como {"id": 1}: en una sola lista o uno tras otro.',
    },
  },
  'import-too-many-fields': {
    en: { says: 'The objects in {file} have more than {most:field|fields}.', hint: 'Export those that are needed.' },
    es: { says: 'Los objetos de {file} tienen más de {most:campo|campos}.', hint: 'Exporte los que necesite.' },
  },
  'import-object-too-large': {
    en: { says: 'One object in {file} is larger than 16 MB.', hint: 'Export its records one per line, or with smaller values.' },
    es: {
      says: 'Un objeto de {file} ocupa más de 16 MB.',
      hint: 'Exporte sus registros uno por línea o con valores más pequeños.',
    },
  },
  'import-beside-list': {
    en: {
      says: 'Records are the objects of the list “{list}” in {file}; what stands beside it in the same object is not read: {fields}.',
      hint: 'Put what is needed of it into the records.',
    },
    es: {
      says: 'Los registros son los objetos de la lista «{list}» de {file}; lo que hay a su lado en el mismo objeto no se lee: {fields}.',
      hint: 'Ponga en los registros lo que necesite de ello.',
    },
  },
  'import-list-missing': {
    en: { says: '{file} has no list of objects “{list}”.', hint: 'Choose one of its lists, or have one found.' },
    es: { says: '{file} no tiene ninguna lista de objetos «{list}».', hint: 'Elija una de sus listas o deje que se busque.' },
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
