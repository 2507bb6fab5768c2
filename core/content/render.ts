import type { Template } from 'liquidjs';
import { AppError } from '../base/errors';
import type { Cell } from '../model/value';
import { liquid } from './liquid';

/** Values of one recipient by path, `profile.first_name`. */
export type FieldValues = Readonly<Record<string, Cell>>;

/** `{ 'profile.name': 'Ana' }` as the objects content reads. */
export function toObjects(values: FieldValues): Record<string, Record<string, Cell>> {
  const objects: Record<string, Record<string, Cell>> = {};
  for (const [path, value] of Object.entries(values)) {
    const dot = path.indexOf('.');
    const object = path.slice(0, dot);
    objects[object] = { ...objects[object], [path.slice(dot + 1)]: value };
  }
  return objects;
}

/**
 * What one recipient sees. Missing values are empty.
 * @param name of the text, for the error
 * @throws AppError `content-render` when a filter fails or a limit is passed
 */
export function renderText(templates: Template[], values: FieldValues, name: string): string {
  try {
    return String(liquid.renderSync(templates, toObjects(values)));
  } catch (error) {
    throw new AppError(
      'content-render',
      { text: name, message: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) },
      { cause: error },
    );
  }
}
