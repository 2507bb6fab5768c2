import { oneOrMany } from '../../../core/base/plural';
import type { ToldStep } from '../../../core/model/undo';

const didEn: Record<ToldStep['did'], string> = {
  create: 'creation',
  change: 'change',
  rename: 'renaming',
  remove: 'removal',
  import: 'import',
};

const ofEn: Record<ToldStep['kind'], (name: string) => string> = {
  entity: (name) => `of the entity “${name}”`,
  link: (name) => `of the link “${name}”`,
  recipe: (name) => `of the recipe “${name}”`,
  query: (name) => `of the query “${name}”`,
  desk: () => 'of what lies open',
  statement: () => 'of the history',
  campaign: (name) => `of the campaign “${name}”`,
  audience: (name) => `of the audience “${name}”`,
  filter: (name) => `of the filter “${name}”`,
  endpoint: (name) => `of the endpoint “${name}”`,
  workspace: () => 'of the settings',
  memory: (name) => `of what “${name}” remembers`,
  run: (name) => `of the run “${name}”`,
};

const stepEn = ({ did, kind, name, others }: ToldStep) => {
  const more = others === 0 ? '' : oneOrMany(others, ' and 1 more', ` and ${others} more`);
  return `${didEn[did]} ${ofEn[kind](name)}${more}`;
};

export const undoEn = {
  undo: 'Undo',
  redo: 'Redo',
  undoOf: (step: ToldStep) => `Undo the ${stepEn(step)}`,
  redoOf: (step: ToldStep) => `Redo the ${stepEn(step)}`,
  done: (step: ToldStep) => `Done: ${stepEn(step)}`,
  undone: (step: ToldStep) => `Undone: ${stepEn(step)}`,
  redone: (step: ToldStep) => `Redone: ${stepEn(step)}`,
  noRows: 'It came back without rows. Load its file again in Data.',
};

const didEs: Record<ToldStep['did'], string> = {
  create: 'creación',
  change: 'cambio',
  rename: 'cambio de nombre',
  remove: 'eliminación',
  import: 'importación',
};

const ofEs: Record<ToldStep['kind'], (name: string) => string> = {
  entity: (name) => `de la entidad «${name}»`,
  link: (name) => `del enlace «${name}»`,
  recipe: (name) => `de la receta «${name}»`,
  query: (name) => `de la consulta «${name}»`,
  desk: () => 'de lo abierto',
  statement: () => 'del historial',
  campaign: (name) => `de la campaña «${name}»`,
  audience: (name) => `de la audiencia «${name}»`,
  filter: (name) => `del filtro «${name}»`,
  endpoint: (name) => `del punto de entrega «${name}»`,
  workspace: () => 'de los ajustes',
  memory: (name) => `de lo que recuerda «${name}»`,
  run: (name) => `de la ejecución «${name}»`,
};

const stepEs = ({ did, kind, name, others }: ToldStep) => `${didEs[did]} ${ofEs[kind](name)}${others === 0 ? '' : ` y ${others} más`}`;

export const undoEs: typeof undoEn = {
  undo: 'Deshacer',
  redo: 'Rehacer',
  undoOf: (step) => `Deshacer: ${stepEs(step)}`,
  redoOf: (step) => `Rehacer: ${stepEs(step)}`,
  done: (step) => `Hecho: ${stepEs(step)}`,
  undone: (step) => `Deshecho: ${stepEs(step)}`,
  redone: (step) => `Rehecho: ${stepEs(step)}`,
  noRows: 'Ha vuelto sin filas. Cargue su archivo de nuevo en Datos.',
};
