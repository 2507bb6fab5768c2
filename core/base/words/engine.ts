import type { WordTable } from './words';

export const engineWords = {
  'engine-lost': {
    en: {
      says: 'The database stopped and could not be started again: {reason}',
      hint: 'Close the workspace and open it again; what was saved before is kept. Then repeat the last step.',
    },
    es: {
      says: 'La base de datos se ha detenido y no se ha podido reiniciar: {reason}',
      hint: 'Cierre el espacio de trabajo y vuelva a abrirlo; lo guardado se conserva. Después repita el último paso.',
    },
  },
  'engine-memory': {
    en: {
      says: 'There is not enough memory for this step: {reason}',
      hint: 'Close other programs, or work on fewer rows or columns.',
    },
    es: {
      says: 'No hay memoria suficiente para este paso: {reason}',
      hint: 'Cierre otros programas o trabaje con menos filas o columnas.',
    },
  },
  'engine-cannot-open': {
    en: {
      says: 'The database {file} cannot be opened: {reason}',
      hint: 'The file was left as it is. Check that the drive works; data can be loaded again from its sources into a new workspace.',
    },
    es: {
      says: 'No se puede abrir la base de datos {file}: {reason}',
      hint: 'El archivo no se ha tocado. Compruebe la unidad; los datos se pueden volver a cargar desde sus fuentes en un espacio de trabajo nuevo.',
    },
  },
  'engine-in-use': {
    en: { says: 'The database {file} is open in another program.', hint: 'Close the other program and try again.' },
    es: { says: 'Otro programa tiene abierta la base de datos {file}.', hint: 'Cierre ese programa e inténtelo de nuevo.' },
  },
  'engine-extension-missing': {
    en: {
      says: 'This database engine cannot do this offline: it would need its “{need}” extension.',
      hint: 'Use another format or function, or run Muster where its native engine is available.',
    },
    es: {
      says: 'Este motor de base de datos no puede hacer esto sin conexión: necesitaría su extensión «{need}».',
      hint: 'Use otro formato u otra función, o ejecute Muster donde esté disponible su motor nativo.',
    },
  },
} as const satisfies WordTable;
