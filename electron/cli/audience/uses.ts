import { removeAudience } from '../../../core/usecases/audience/remove-audience';
import { usedBy } from '../../../core/usecases/uses/used-by';
import { plain, table } from '../output';
import type { Outcome } from '../perform';
import { type Asked, find } from './request';

export async function showUses({ ctx, name: word }: Asked): Promise<Outcome> {
  const { id, name } = find(ctx, word);
  const uses = usedBy(ctx, { kind: 'audience', id });
  const rows = uses.flatMap((u) => u.places.map((place) => [u.kind, plain(u.name), place.join(' › ')]));
  const text = rows.length === 0 ? `Nothing uses ${name}` : table([{ title: 'Used by' }, { title: 'Name' }, { title: 'Place' }], rows);
  return { kind: 'audience-uses', document: { audience: id, uses }, text };
}

export async function remove({ ctx, name: word, options }: Asked): Promise<Outcome> {
  const { id, name } = find(ctx, word);
  await removeAudience(ctx, id, { force: options.force });
  return { kind: 'audience-removed', document: { audience: id }, text: `Removed ${name}` };
}
