import { variableName } from '../../../../core/model/value';
import { freshColumn } from '../../../state/fresh-id';

/** What is typed, as a name; what was there before where it cannot become one. */
export function readName(text: string, before: string): string {
  const name = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 60);
  return variableName.test(name) ? name : before;
}

export function freshName(taken: readonly string[], base = 'value'): string {
  return freshColumn(readName(base, 'value'), taken);
}
