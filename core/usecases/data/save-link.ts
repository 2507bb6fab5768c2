import { AppError } from '../../base/errors';
import type { Link } from '../../model/entity';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { commitUndoable, type UndoableOptions } from '../undo/commit-undoable';
import { withConnection } from '../with-connection';
import { columnsOf, countRepeated, measured } from './measure-link';

export function linkId(link: Pick<Link, 'from' | 'name'>): string {
  return `${link.from}.${link.name}`;
}

/** Saves a link whose claim holds over all rows. @throws AppError as `requireLink` */
export async function saveLink(ctx: Context, link: Link, options: Pick<UndoableOptions, 'joins'> = {}): Promise<void> {
  await requireLink(ctx, link);
  await commitUndoable(ctx, [{ kind: 'link', id: linkId(link), document: link }], options);
}

/** @throws AppError `link-not-n-1`, `link-name-taken`, `not-found`, `bad-document` where its claim does not hold over all rows */
export async function requireLink(ctx: Context, link: Link): Promise<void> {
  for (const other of ctx.store.list('link')) {
    if (linkId(other) === linkId(link)) continue;
    const taken = namesOf(other).find((a) => namesOf(link).some((b) => a.entity === b.entity && a.name === b.name));
    if (taken) throw new AppError('link-name-taken', taken);
  }
  await withConnection(ctx, async (connection) => {
    const { cardinality } = await measured(ctx, connection, link);
    if (cardinality === '1-1' || (cardinality === 'N-1' && link.cardinality === 'N-1')) return;
    const end = cardinality === 'N-N' ? 'to' : 'from';
    const repeated = await countRepeated(connection, findDocument(ctx, 'entity', link[end]), columnsOf(link, end));
    throw new AppError('link-not-n-1', { link: link.name, cardinality: link.cardinality, entity: link[end], repeated });
  });
}

function namesOf(link: Link): { entity: string; name: string }[] {
  return [
    { entity: link.from, name: link.name },
    { entity: link.to, name: link.reverse },
  ];
}
