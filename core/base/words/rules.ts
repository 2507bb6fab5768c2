import type { WordTable } from './words';

/** What may be wrong with variables, saved filters and the rules that refer to something saved. */
export const ruleWords = {
  'variable-unknown': {
    en: { says: 'There is no variable “{variable}” here.', hint: 'Known here: {known}.' },
    es: { says: 'Aquí no hay ninguna variable «{variable}».', hint: 'Variables disponibles: {known}.' },
  },
  'variable-no-value': {
    en: { says: 'The variable “{variable}” has no value.', hint: 'Give it a value.' },
    es: { says: 'La variable «{variable}» no tiene valor.', hint: 'Asígnele un valor.' },
  },
  'variable-wrong-type': {
    en: { says: '“{variable}” is a {type}; a {needed} is needed here.', hint: 'Choose a variable of type {needed}.' },
    es: {
      says: '«{variable}» es de tipo {type}; aquí hace falta uno de tipo {needed}.',
      hint: 'Elija una variable de tipo {needed}.',
    },
  },
  'variable-late': {
    en: {
      says: '“{variable}” gets its value only while the flow runs, too late for this place.',
      hint: 'Compare a value with it, or use a variable that has a value.',
    },
    es: {
      says: '«{variable}» solo recibe su valor mientras se ejecuta el flujo, demasiado tarde para este lugar.',
      hint: 'Compare un valor con ella o use una variable con valor.',
    },
  },
  'variable-bad-value': {
    en: { says: 'The value of “{variable}” is not a {type}.', hint: 'Dates are written YYYY-MM-DD; lists hold texts or numbers.' },
    es: {
      says: 'El valor de «{variable}» no es de tipo {type}.',
      hint: 'Las fechas se escriben AAAA-MM-DD; las listas contienen textos o números.',
    },
  },
  'variable-twice': {
    en: { says: 'Two variables are called “{variable}”.', hint: 'Give one of them another name.' },
    es: { says: 'Hay dos variables llamadas «{variable}».', hint: 'Cambie el nombre de una de ellas.' },
  },
} as const satisfies WordTable;
