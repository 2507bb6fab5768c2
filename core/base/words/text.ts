import type { WordTable } from './words';

export const textWords = {
  'text-not-ours': {
    en: {
      says: 'The folder is no text project: it has no {file} that says so.',
      hint: 'Choose a folder that Muster exported, or an empty one to export to.',
    },
    es: {
      says: 'La carpeta no es un proyecto de texto: no tiene un {file} que lo diga.',
      hint: 'Elija una carpeta que Muster exportó, o una vacía para exportar.',
    },
  },
  'text-too-new': {
    en: { says: 'The text project has format {format}; this version knows up to {known}.', hint: 'Update Muster.' },
    es: { says: 'El proyecto de texto tiene el formato {format}; esta versión conoce hasta el {known}.', hint: 'Actualice Muster.' },
  },
  'text-not-json': {
    en: {
      says: '{file} cannot be read as JSON: it is faulty in line {line}.',
      hint: 'A merge may have left marks in it. Mend the file and import again; nothing was changed.',
    },
    es: {
      says: '{file} no se puede leer como JSON: tiene un error en la línea {line}.',
      hint: 'Puede que una fusión haya dejado marcas. Corrija el archivo e importe de nuevo; no se ha cambiado nada.',
    },
  },
  'text-not-object': {
    en: { says: '{file} holds no object.', hint: 'A file of a text project is one object in braces; nothing was changed.' },
    es: {
      says: '{file} no contiene un objeto.',
      hint: 'Un archivo de un proyecto de texto es un objeto entre llaves; no se ha cambiado nada.',
    },
  },
  'text-not-utf8': {
    en: { says: '{file} is not UTF-8.', hint: 'Save it as UTF-8 and import again; nothing was changed.' },
    es: { says: '{file} no está en UTF-8.', hint: 'Guárdelo como UTF-8 e importe de nuevo; no se ha cambiado nada.' },
  },
  'text-missing-file': {
    en: { says: 'The text project has no {file}.', hint: 'Bring the file back, or export again; nothing was changed.' },
    es: { says: 'Al proyecto de texto le falta {file}.', hint: 'Recupere el archivo o exporte de nuevo; no se ha cambiado nada.' },
  },
  'text-unknown-file': {
    en: {
      says: '{file} belongs to no object of the text project.',
      hint: 'Move it out of the folder, or bring back the object it stands beside; nothing was changed.',
    },
    es: {
      says: '{file} no pertenece a ningún objeto del proyecto de texto.',
      hint: 'Sáquelo de la carpeta o recupere el objeto que acompaña; no se ha cambiado nada.',
    },
  },
  'text-wrong-name': {
    en: {
      says: '{file} holds an object whose file is called {name}.',
      hint: 'Rename the file, or give the object in it the id of the file; nothing was changed.',
    },
    es: {
      says: '{file} contiene un objeto cuyo archivo se llama {name}.',
      hint: 'Cambie el nombre del archivo o dé al objeto el id del archivo; no se ha cambiado nada.',
    },
  },
  'text-entity-differs': {
    en: {
      says: 'The entity {entity} has rows with other columns or another key here than in the text project.',
      hint: 'Load its file again with the new columns first, or take the entity’s file out of the project; nothing was changed.',
    },
    es: {
      says: 'La entidad {entity} tiene aquí filas con otras columnas u otra clave que en el proyecto de texto.',
      hint: 'Cargue antes su archivo con las columnas nuevas, o quite el archivo de la entidad del proyecto; no se ha cambiado nada.',
    },
  },
} satisfies WordTable;
