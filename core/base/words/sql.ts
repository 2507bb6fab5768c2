import type { WordTable } from './words';

export const sqlWords = {
  'tab-changed-elsewhere': {
    en: {
      says: '“{name}” was changed in another window too. Both are kept.',
      hint: 'What the other window wrote is in the tab beside it.',
    },
    es: {
      says: '«{name}» también se ha cambiado en otra ventana. Se conservan ambas.',
      hint: 'Lo que escribió la otra ventana está en la pestaña de al lado.',
    },
  },
  'sql-error': {
    en: { says: 'The query does not work: {reason}', hint: 'Check the names and the spelling near the place shown.' },
    es: { says: 'La consulta no funciona: {reason}', hint: 'Revise los nombres y la escritura cerca del lugar indicado.' },
  },
  'sql-not-select': {
    en: { says: 'Only a query that reads is allowed here.', hint: 'Write one statement that starts with SELECT, WITH, FROM or VALUES.' },
    es: {
      says: 'Aquí solo se admite una consulta de lectura.',
      hint: 'Escriba una sola instrucción que empiece por SELECT, WITH, FROM o VALUES.',
    },
  },
  'sql-many-statements': {
    en: {
      says: 'There {count?is|are} {count:statement|statements} where one is expected.',
      hint: 'Keep one query and remove what follows its semicolon.',
    },
    es: {
      says: 'Hay {count:instrucción|instrucciones} donde se espera una.',
      hint: 'Deje una sola consulta y quite lo que sigue al punto y coma.',
    },
  },
  'sql-forbidden': {
    en: {
      says: 'A query may not use “{what}”.',
      hint: 'Queries read the tables of this workspace only: no files, settings, catalogues or functions with side effects.',
    },
    es: {
      says: 'Una consulta no puede usar «{what}».',
      hint: 'Las consultas solo leen las tablas de este espacio de trabajo: ni archivos, ni ajustes, ni catálogos, ni funciones con efectos.',
    },
  },
  'sql-unknown-table': {
    en: { says: 'There is no table “{table}” here.', hint: 'Tables that can be read: {known}' },
    es: { says: 'Aquí no hay ninguna tabla «{table}».', hint: 'Tablas que se pueden leer: {known}' },
  },
  'chart-not-a-number': {
    en: {
      says: 'The column “{column}” ({type}) cannot be measured.',
      hint: 'Choose a column of numbers; a histogram also takes days and timestamps.',
    },
    es: {
      says: 'La columna «{column}» ({type}) no se puede medir.',
      hint: 'Elija una columna de números; un histograma admite también fechas y horas.',
    },
  },
  'query-name-taken': {
    en: { says: 'There is already a query “{name}”.', hint: 'Choose another name.' },
    es: { says: 'Ya existe la consulta «{name}».', hint: 'Elija otro nombre.' },
  },
  'sql-data-changed': {
    en: { says: 'The data has changed since the query ran: {entities}.', hint: 'Run it again: the rows left to show would be others.' },
    es: {
      says: 'Los datos han cambiado desde que se ejecutó la consulta: {entities}.',
      hint: 'Vuelva a ejecutarla: las filas que faltan por mostrar serían otras.',
    },
  },
  'sql-too-many-rows': {
    en: {
      says: 'The query returns more than {most:row|rows}, more than can be shown.',
      hint: 'Narrow it, add a LIMIT, or export it to a file.',
    },
    es: {
      says: 'La consulta devuelve más de {most:fila|filas}, más de las que se pueden mostrar.',
      hint: 'Acótela, añada un LIMIT o expórtela a un archivo.',
    },
  },
} as const satisfies WordTable;
