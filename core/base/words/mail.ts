import type { WordTable } from './words';

export const mailWords = {
  'mail-characters-lost': {
    en: {
      says: '{rows:row holds|rows hold} characters that {encoding} cannot write, such as: {examples}.',
      hint: 'Choose UTF-8, or correct those rows. Nothing was written.',
    },
    es: {
      says: '{rows:fila contiene|filas contienen} caracteres que {encoding} no puede escribir, por ejemplo: {examples}.',
      hint: 'Elija UTF-8 o corrija esas filas. No se ha escrito nada.',
    },
  },
  'mail-unbalanced': {
    en: {
      says: 'The file would hold {found:row|rows} where {sent:person|people} and {seeds:seed|seeds} were counted.',
      hint: 'Nothing was written. Count the campaign again and export then.',
    },
    es: {
      says: 'El archivo tendría {found:fila|filas}, pero se contaron {sent:persona|personas} y {seeds:dirección testigo|direcciones testigo}.',
      hint: 'No se ha escrito nada. Vuelva a contar la campaña y exporte después.',
    },
  },
  'mail-file-exists': {
    en: { says: '“{file}” is there already.', hint: 'Choose another folder, or move the file away.' },
    es: { says: '«{file}» ya existe.', hint: 'Elija otra carpeta o aparte ese archivo.' },
  },
  'mail-unknown-sort': {
    en: { says: 'The file cannot be sorted by “{label}”; it has no such column.', hint: 'Columns: {known}.' },
    es: { says: 'El archivo no se puede ordenar por «{label}»; no tiene esa columna.', hint: 'Columnas: {known}.' },
  },
  'mail-same-label': {
    en: { says: 'Two columns of the file are called “{label}”.', hint: 'Give one of them another name.' },
    es: { says: 'Dos columnas del archivo se llaman «{label}».', hint: 'Dé otro nombre a una de ellas.' },
  },
} as const satisfies WordTable;
