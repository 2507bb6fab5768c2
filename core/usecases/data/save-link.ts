import { AppError } from '../../base/errors';
import type { Link } from '../../model/entity';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { measured } from './measure-link';

export function linkId(link: Pick<Link, 'from' | 'name'>): string {
  return `${link.from}.${link.name}`;
}

/** Saves a link whose claim holds over all rows. @throws AppError `link-not-n-1`, `link-name-taken`, `not-found`, `bad-document` */
export async function saveLink(ctx: Context, link: Link): Promise<void> {
  for (const other of ctx.store.list('link')) {
    if (linkId(other) === linkId(link)) continue;
    const taken = namesOf(other).find((a) => namesOf(link).some((b) => a.entity === b.entity && a.name === b.name));
    if (taken) throw new AppError('link-name-taken', taken);
  }
  const { repeatedFrom, repeatedTo } = await withConnection(ctx, (connection) => measured(ctx, connection, link));
  const claim = { link: link.name, cardinality: link.cardinality };
  if (repeatedTo > 0) throw new AppError('link-not-n-1', { ...claim, entity: link.to, repeated: repeatedTo });
  if (link.cardinality === '1-1' && repeatedFrom > 0)
    throw new AppError('link-not-n-1', { ...claim, entity: link.from, repeated: repeatedFrom });
  await ctx.store.commit([{ kind: 'link', id: linkId(link), document: link }]);
}

function namesOf(link: Link): { entity: string; name: string }[] {
  return [
    { entity: link.from, name: link.name },
    { entity: link.to, name: link.reverse },
  ];
}
