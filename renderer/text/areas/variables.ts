import type { VariableType } from '../../../core/model/variable';

const typesEn: Record<VariableType, string> = { text: 'Text', number: 'Number', date: 'Date', boolean: 'Yes or no', list: 'List' };
const typesEs: typeof typesEn = { text: 'Texto', number: 'Número', date: 'Fecha', boolean: 'Sí o no', list: 'Lista' };

export const variablesEn = {
  title: 'Variables',
  hint: 'Named values for rules, tests, SQL ($name) and content (vars.name).',
  add: 'Add variable',
  name: 'Name of the variable',
  nameHint: 'Small letters, digits and _, beginning with a letter.',
  taken: (name: string) => `There are two variables called ${name}.`,
  type: 'Type',
  types: typesEn,
  valueOf: (name: string) => `Value of ${name}`,
  noValue: 'No value: a signal has to bring it.',
  from: 'Holds',
  froms: { value: 'A value', count: 'A count' },
  countOf: 'People counted',
  remove: (name: string) => `Remove ${name}`,
  use: 'Use a variable',
  write: 'Write a value',
  pick: 'Variable',
};

export const variablesEs: typeof variablesEn = {
  title: 'Variables',
  hint: 'Valores con nombre para reglas, pruebas, SQL ($nombre) y contenido (vars.nombre).',
  add: 'Añadir variable',
  name: 'Nombre de la variable',
  nameHint: 'Minúsculas, cifras y _, empezando por una letra.',
  taken: (name) => `Hay dos variables llamadas ${name}.`,
  type: 'Tipo',
  types: typesEs,
  valueOf: (name) => `Valor de ${name}`,
  noValue: 'Sin valor: debe traerlo una señal.',
  from: 'Contiene',
  froms: { value: 'Un valor', count: 'Un recuento' },
  countOf: 'Personas contadas',
  remove: (name) => `Quitar ${name}`,
  use: 'Usar una variable',
  write: 'Escribir un valor',
  pick: 'Variable',
};
