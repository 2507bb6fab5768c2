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
    en: { says: 'The value of “{variable}” is no {type}.', hint: 'Dates are written YYYY-MM-DD; lists hold texts or numbers.' },
    es: {
      says: 'El valor de «{variable}» no es de tipo {type}.',
      hint: 'Las fechas se escriben AAAA-MM-DD; las listas contienen textos o números.',
    },
  },
  'variable-twice': {
    en: { says: 'Two variables are called “{variable}”.', hint: 'Give one of them another name.' },
    es: { says: 'Hay dos variables llamadas «{variable}».', hint: 'Cambie el nombre de una de ellas.' },
  },
  'variable-reserved': {
    en: { says: '“{variable}” always stands for a moment of the run.', hint: 'Choose another name.' },
    es: { says: '«{variable}» siempre designa un momento de la ejecución.', hint: 'Elija otro nombre.' },
  },
  'rule-unknown-filter': {
    en: { says: 'There is no saved filter “{filter}”.', hint: 'Known filters: {known}.' },
    es: { says: 'No existe el filtro guardado «{filter}».', hint: 'Filtros: {known}.' },
  },
  'filter-in-use': {
    en: { says: 'The filter “{filter}” is used by {users}.', hint: 'Take it out of them first, or remove it all the same.' },
    es: { says: 'El filtro «{filter}» se usa en {users}.', hint: 'Quítelo antes de ahí o elimínelo de todos modos.' },
  },
  'breaks-users': {
    en: {
      says: 'With “{name}” like this there would be errors in {users}.',
      hint: 'Keep its parameters and its entity, change what uses it first, or save it all the same.',
    },
    es: {
      says: 'Con «{name}» así habría errores en {users}.',
      hint: 'Conserve sus parámetros y su entidad, cambie antes lo que lo usa o guárdelo de todos modos.',
    },
  },
  'rule-unknown-parameter': {
    en: { says: 'The filter “{filter}” has no parameter “{parameter}”.', hint: 'Its parameters: {known}.' },
    es: { says: 'El filtro «{filter}» no tiene el parámetro «{parameter}».', hint: 'Sus parámetros: {known}.' },
  },
  'rule-other-entity': {
    en: { says: 'These are rows of {found}; rows of {needed} are needed here.', hint: 'Choose a path that leads to {needed}.' },
    es: { says: 'Estas son filas de {found}; aquí hacen falta filas de {needed}.', hint: 'Elija una ruta que lleve a {needed}.' },
  },
  'rule-circle': {
    en: { says: 'This rule comes back to itself: {circle}.', hint: 'Take one of these references out.' },
    es: { says: 'Esta regla vuelve sobre sí misma: {circle}.', hint: 'Quite una de estas referencias.' },
  },
  'rule-no-history': {
    en: {
      says: 'The workspace does not say where communication history is.',
      hint: 'Map the history in the settings, under the profile.',
    },
    es: {
      says: 'El espacio de trabajo no indica dónde está el historial de comunicaciones.',
      hint: 'Asigne el historial en los ajustes, en el perfil.',
    },
  },
  'rule-history-key': {
    en: {
      says: 'The history in {entity} is mapped with another number of attributes than the key of {profile} has.',
      hint: 'Name one attribute for each part of the key, in the same order.',
    },
    es: {
      says: 'El historial de {entity} se ha asignado con un número de atributos distinto del que tiene la clave de {profile}.',
      hint: 'Indique un atributo por cada parte de la clave, en el mismo orden.',
    },
  },
  'rule-history-unmapped': {
    en: { says: 'The history in {entity} has no {what} mapped.', hint: 'Map it in the settings, under the profile, or do not ask for it.' },
    es: {
      says: 'En el historial de {entity} no se ha asignado: {what}.',
      hint: 'Asígnelo en los ajustes, en el perfil, o no pregunte por ello.',
    },
  },
  'rule-sql-not-one': {
    en: { says: 'This is not one SQL expression.', hint: 'Write one condition; close every quote and bracket, and put no semicolon.' },
    es: {
      says: 'Esto no es una única expresión SQL.',
      hint: 'Escriba una sola condición; cierre comillas y paréntesis y no ponga punto y coma.',
    },
  },
  'rule-sql-not-boolean': {
    en: { says: 'The expression gives {type}; a rule is true or false.', hint: 'Compare the value with something.' },
    es: { says: 'La expresión da {type}; una regla es verdadera o falsa.', hint: 'Compare el valor con algo.' },
  },
} as const satisfies WordTable;
