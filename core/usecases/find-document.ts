import { AppError } from '../base/errors';
import type { DocumentKind, DocumentOf } from '../model/documents';
import type { Context } from './context';

/** @throws AppError `not-found` with the names that exist */
export function findDocument<K extends DocumentKind>(ctx: Context, kind: K, id: string): DocumentOf<K> {
  const found = ctx.store.read(kind, id);
  if (found) return found;
  const known = ctx.store
    .list(kind)
    .map((d) => ('id' in d ? d.id : 'from' in d ? `${d.from}.${d.name}` : d.name))
    .join(', ');
  throw new AppError('not-found', { kind, name: id, known: known || '–' });
}
