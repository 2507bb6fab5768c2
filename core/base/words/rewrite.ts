import type { WordTable } from './words';

/** Why a SELECT stays SQL: what in it no rule says. */
export const rewriteWords = {
  'rewrite-engine': {
    en: {
      says: 'The portable engine runs here, and it cannot take SQL apart: the query stays SQL.',
      hint: 'It selects the same rows as SQL. To have conditions, open the workspace where the native engine runs: the status line says which one does.',
    },
    es: {
      says: 'Aquí funciona el motor portátil, que no sabe descomponer SQL: la consulta se queda en SQL.',
      hint: 'En SQL selecciona las mismas filas. Para tener condiciones, abra el espacio de trabajo donde funcione el motor nativo: la línea de estado dice cuál funciona.',
    },
  },
  'rewrite-part': {
    en: { says: 'No rule can say “{part}”.', hint: 'Keep the query as SQL, or write this part as a condition on attributes.' },
    es: {
      says: 'Ninguna regla puede decir «{part}».',
      hint: 'Deje la consulta en SQL o escriba esta parte como una condición sobre atributos.',
    },
  },
  'rewrite-clause': {
    en: { says: 'A rule has nothing like {clause}.', hint: 'Take it out, or keep the query as SQL.' },
    es: { says: 'Una regla no tiene nada como {clause}.', hint: 'Quítelo o deje la consulta en SQL.' },
  },
  'rewrite-table': {
    en: {
      says: '“{table}” is no entity.',
      hint: 'A rule reads entities and what they are linked with. Keep the query as SQL, or read the entity itself.',
    },
    es: {
      says: '«{table}» no es una entidad.',
      hint: 'Una regla lee entidades y lo que está enlazado con ellas. Deje la consulta en SQL o lea la propia entidad.',
    },
  },
  'rewrite-no-link': {
    en: {
      says: 'No link leads to “{table}” by the columns compared here.',
      hint: 'Compare exactly the columns of one link, or create that link under Data.',
    },
    es: {
      says: 'Ningún enlace lleva a «{table}» por las columnas que aquí se comparan.',
      hint: 'Compare exactamente las columnas de un enlace o cree ese enlace en Datos.',
    },
  },
  'rewrite-mixed': {
    en: {
      says: '“{part}” compares rows of several tables with each other.',
      hint: 'A rule tests one row at a time: keep the query as SQL.',
    },
    es: {
      says: '«{part}» compara entre sí filas de varias tablas.',
      hint: 'Una regla comprueba cada fila por separado: deje la consulta en SQL.',
    },
  },
  'rewrite-absent': {
    en: {
      says: '“{part}” may also hold where there is no row of “{table}”, which no rule can say.',
      hint: 'Use JOIN instead of LEFT JOIN if a row has to be there.',
    },
    es: {
      says: '«{part}» también puede cumplirse donde no hay fila de «{table}», y eso no lo dice ninguna regla.',
      hint: 'Use JOIN en lugar de LEFT JOIN si tiene que haber una fila.',
    },
  },
  'rewrite-not-in': {
    en: {
      says: 'NOT IN selects nobody as soon as one “{column}” is empty, which no rule does.',
      hint: 'Write NOT EXISTS (…), which is usually what is meant.',
    },
    es: {
      says: 'NOT IN no selecciona a nadie en cuanto haya un «{column}» vacío, y eso no lo hace ninguna regla.',
      hint: 'Escriba NOT EXISTS (…), que suele ser lo que se quiere.',
    },
  },
  'rewrite-no-key': {
    en: {
      says: 'The query does not return the key of one of its tables, so a rule has no rows to select.',
      hint: 'Return the key of the entity you want to select, by its own name: {keys}',
    },
    es: {
      says: 'La consulta no devuelve la clave de ninguna de sus tablas, así que una regla no tiene filas que seleccionar.',
      hint: 'Devuelva la clave de la entidad que quiere seleccionar, con su propio nombre: {keys}',
    },
  },
  'rewrite-columns': {
    en: {
      says: 'The query also returns “{column}”, which a rule would lose.',
      hint: 'Return attributes of {entity} only, or keep the query as SQL.',
    },
    es: {
      says: 'La consulta también devuelve «{column}», que con una regla se perdería.',
      hint: 'Devuelva solo atributos de {entity} o deje la consulta en SQL.',
    },
  },
  'rewrite-repeats': {
    en: {
      says: 'The query returns a row of {entity} several times where “{table}” has several.',
      hint: 'Write SELECT DISTINCT, or ask with EXISTS (…).',
    },
    es: {
      says: 'La consulta devuelve varias veces una fila de {entity} cuando «{table}» tiene varias.',
      hint: 'Escriba SELECT DISTINCT o pregunte con EXISTS (…).',
    },
  },
  'rewrite-ties': {
    en: { says: 'Rows that are equal in the order might come either way.', hint: 'End ORDER BY with the key: {columns}' },
    es: { says: 'Las filas iguales en el orden podrían venir de cualquier manera.', hint: 'Termine ORDER BY con la clave: {columns}' },
  },
  'rewrite-clock': {
    en: {
      says: '“{part}” is the clock of the machine, which a rule never asks.',
      hint: 'Write $today or $now: the moment a run treats as now.',
    },
    es: {
      says: '«{part}» es el reloj del equipo, y una regla nunca lo consulta.',
      hint: 'Escriba $today o $now: el momento que una ejecución toma como actual.',
    },
  },
  'rewrite-entity': {
    en: { says: 'The query selects rows of {found}; here rows of {needed} are selected.', hint: 'Return the key of {needed}.' },
    es: { says: 'La consulta selecciona filas de {found}; aquí se seleccionan filas de {needed}.', hint: 'Devuelva la clave de {needed}.' },
  },
} as const satisfies WordTable;
