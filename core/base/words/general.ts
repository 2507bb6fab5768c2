import type { WordTable } from './words';

export const generalWords = {
  cancelled: {
    en: { says: 'Cancelled.' },
    es: { says: 'Cancelado.' },
  },
  defect: {
    en: { says: 'Something went wrong inside Muster: {message}', hint: 'Nothing was changed. Please report it with the log.' },
    es: { says: 'Algo ha fallado dentro de Muster: {message}', hint: 'No se ha cambiado nada. Comuníquelo junto con el registro.' },
  },
  'not-found': {
    en: { says: 'There is no {kind} called “{name}”.', hint: 'Known: {known}' },
    es: { says: 'No existe {kind} con el nombre «{name}».', hint: 'Existen: {known}' },
  },
  'bad-document': {
    en: { says: '{what} is not valid at {path}: {reason}', hint: 'Correct the value there and try again.' },
    es: { says: '{what} no es válido en {path}: {reason}', hint: 'Corrija ese valor e inténtelo de nuevo.' },
  },
} as const satisfies WordTable;
