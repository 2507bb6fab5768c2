import type { WordTable } from './words';

export const refreshWords = {
  'refresh-no-recipe': {
    en: {
      says: '“{entity}” came from no file or query that is known.',
      hint: 'Import a file into it; the next refresh then knows the way.',
    },
    es: {
      says: '«{entity}» no procede de ningún archivo ni consulta conocidos.',
      hint: 'Importe un archivo; la próxima actualización sabrá cómo.',
    },
  },
  'refresh-attribute-gone': {
    en: {
      says: 'The query of “{entity}” no longer gives “{attribute}” as it was, which is used in {users}.',
      hint: 'Take it out of them, or have what the query reads give it again.',
    },
    es: {
      says: 'La consulta de «{entity}» ya no devuelve «{attribute}» como antes, y se usa en {users}.',
      hint: 'Quítelo de ahí o haga que lo que lee la consulta vuelva a darlo.',
    },
  },
  'query-key-differs': {
    en: {
      says: '“{entity}” has the key {key}; {given} was given.',
      hint: 'Give the same key, or choose another name for the entity.',
    },
    es: {
      says: '«{entity}» tiene la clave {key}; se indicó {given}.',
      hint: 'Indique la misma clave o elija otro nombre para la entidad.',
    },
  },
  'query-reads-itself': {
    en: {
      says: 'The query of “{entity}” reads “{through}”, which comes from “{entity}” itself.',
      hint: 'Neither could be loaded after the other. Read what “{through}” was made of instead.',
    },
    es: {
      says: 'La consulta de «{entity}» lee «{through}», que procede de la propia «{entity}».',
      hint: 'Ninguna podría cargarse después de la otra. Lea aquello de lo que se hizo «{through}».',
    },
  },
  'refresh-would-repeat': {
    en: {
      says: 'Loading {file} again would put its rows into “{entity}” a second time: they are added and numbered, so none is known.',
      hint: 'Import the next file by hand, or load with a key of the file.',
    },
    es: {
      says: 'Cargar {file} otra vez añadiría sus filas a «{entity}» por segunda vez: se añaden numeradas, y ninguna se reconoce.',
      hint: 'Importe el siguiente archivo a mano o cargue con una clave del archivo.',
    },
  },
} as const satisfies WordTable;
