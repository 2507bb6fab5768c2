import { type CancelSignal, throwIfCancelled } from '../../base/cancellation';
import type { Entity, Link } from '../../model/entity';
import type { LinkProposal } from '../../model/report';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { backward, forward, singular } from './link-names';
import { measured } from './measure-link';

/** Below this share of matches a likeness of names is taken for chance. */
const leastMatch = 0.1;

/**
 * Links between entities whose attributes are named alike, have one type and share values, best match first. `to` is always
 * unique; what is N-N is left out, and so is what is saved already.
 */
export async function proposeLinks(
  ctx: Context,
  options: { signal?: CancelSignal | undefined; onProgress?: ((share: number) => void) | undefined } = {},
): Promise<LinkProposal[]> {
  const entities = ctx.store.list('entity');
  const numbered = new Set(
    ctx.store.list('recipe').flatMap((r) => r.columns.flatMap((c) => (c.generated ? [`${r.entity}.${c.attribute}`] : []))),
  );
  const named = (e: Entity) => !e.key.some((k) => numbered.has(`${e.name}.${k}`));
  const saved = ctx.store.list('link');
  const candidates = entities.flatMap((from) =>
    entities.filter((to) => to.name !== from.name && named(to)).flatMap((to) => linksBetween(from, to)),
  );
  const fresh = candidates.filter((c) => !saved.some((s) => sameEnds(s, c)));
  return withConnection(ctx, async (connection) => {
    const found: LinkProposal[] = [];
    for (const [n, link] of fresh.entries()) {
      throwIfCancelled(options.signal);
      const { repeatedFrom: _from, repeatedTo, ...proposal } = await measured(ctx, connection, link, options.signal);
      const known = found.some((f) => sameEnds(f.link, link));
      if (repeatedTo === 0 && proposal.matchRate >= leastMatch && !known) {
        found.push({ ...proposal, link: { ...link, cardinality: proposal.cardinality === '1-1' ? '1-1' : 'N-1' } });
      }
      options.onProgress?.((n + 1) / fresh.length);
    }
    return found.toSorted((a, b) => b.matchRate - a.matchRate);
  });
}

/** Every attribute of the key of `to` must have its like in `from`. */
function linksBetween(from: Entity, to: Entity): Link[] {
  const only = to.key.length === 1;
  const pairs = to.key.map((key) => {
    const type = to.attributes.find((a) => a.name === key)?.type;
    const like = from.attributes.filter(
      (a) => a.type === type && type !== 'number' && type !== 'decimal' && alike(a.name, key, to.name, only),
    );
    return like.map((a) => ({ from: a.name, to: key }));
  });
  if (pairs.some((p) => p.length === 0)) return [];
  const choices = only ? (pairs[0] ?? []).map((p) => [p]) : [pairs.flatMap((p) => p.slice(0, 1))];
  return choices.map((on) => ({
    name: forward(on[0]?.from ?? '', to.name, choices.length),
    reverse: backward(from.name, on[0]?.from ?? '', choices.length),
    from: from.name,
    to: to.name,
    on,
    cardinality: 'N-1',
  }));
}

function alike(attribute: string, key: string, entity: string, only: boolean): boolean {
  const [a, k] = [plain(attribute), plain(key)];
  if (a === k) return k !== 'id' || !only;
  const named = singular(plain(entity));
  if (a === `${named}${k}` || (only && (a === named || a === `${named}id`))) return true;
  return k !== 'id' && k.length > 3 && a.endsWith(k);
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function sameEnds(a: Link, b: Link): boolean {
  const ends = (l: Link) =>
    l.on
      .map((p) => `${l.from}.${p.from}|${l.to}.${p.to}`)
      .toSorted()
      .join('&');
  const turned = (l: Link) =>
    l.on
      .map((p) => `${l.to}.${p.to}|${l.from}.${p.from}`)
      .toSorted()
      .join('&');
  return ends(a) === ends(b) || (ends(a) === turned(b) && a.cardinality === b.cardinality);
}
