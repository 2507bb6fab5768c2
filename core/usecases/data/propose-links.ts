import { type CancelSignal, throwIfCancelled } from '../../base/cancellation';
import type { LinkGuess, LinkProgress, LinkProposal } from '../../model/data-report';
import type { Entity, Link } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { cancellable } from '../import/cancellable';
import { withConnection } from '../with-connection';
import { guessLink } from './guess-link';
import { backward, forward, singular } from './link-names';
import { measured } from './measure-link';

/** Below this share of matches a likeness of names is taken for chance. */
const leastMatch = 0.1;
/** What matches so little in some rows is not counted in all: it would not reach the share above. */
const worthCounting = leastMatch / 2;
/** Of the work, what guessing takes. */
const guessing = 0.1;

export interface ProposeOptions {
  /** Only links of this one. */
  entity?: string | undefined;
  signal?: CancelSignal | undefined;
  onProgress?: ((progress: LinkProgress) => void) | undefined;
}

/**
 * Links between entities whose attributes are named alike, have one type and share values, best match first. `to` is always
 * unique; what is N-N is left out, and so is what is saved already, and of a 1-1 link one of the two ways. Some rows tell which are
 * likely, which progress says before all rows are counted.
 */
export async function proposeLinks(ctx: Context, options: ProposeOptions = {}): Promise<LinkProposal[]> {
  const entities = ctx.store.list('entity');
  const numbered = new Set(
    ctx.store
      .list('recipe')
      .flatMap((r) => (r.kind === 'file' ? r.columns.flatMap((c) => (c.generated ? [`${r.entity}.${c.attribute}`] : [])) : [])),
  );
  const named = (e: Entity) => !e.key.some((k) => numbered.has(`${e.name}.${k}`));
  const saved = ctx.store.list('link');
  const candidates = entities.flatMap((from) =>
    entities.filter((to) => to.name !== from.name && named(to)).flatMap((to) => linksBetween(from, to)),
  );
  const { entity, signal, onProgress } = options;
  const isMeant = ({ from, to }: Link) => entity === undefined || from === entity || to === entity;
  const fresh = candidates.filter((c) => isMeant(c) && !saved.some((s) => sameEnds(s, c) || turnedEnds(s, c)));
  return withConnection(ctx, async (plain) => {
    const likely = await guesses(cancellable(plain, signal), fresh, options);
    const found: LinkProposal[] = [];
    for (const [n, { link }] of likely.entries()) {
      throwIfCancelled(signal);
      const proposal = await measured(ctx, plain, link, signal);
      const known = found.some((f) => sameEnds(f.link, link));
      const turned = likely.find((other) => turnedEnds(other.link, link))?.link;
      const turns = proposal.cardinality === '1-1' && turned && leadsThere(entities, turned, link);
      const better = turns ? (await measured(ctx, plain, turned, signal)).matchRate >= leastMatch : false;
      const share = guessing + ((n + 1) / likely.length) * (1 - guessing);
      if (proposal.cardinality === 'N-N' || proposal.matchRate < leastMatch || known || better) onProgress?.({ share });
      else {
        const counted = {
          ...proposal,
          link: { ...link, cardinality: proposal.cardinality === '1-1' ? ('1-1' as const) : ('N-1' as const) },
        };
        found.push(counted);
        onProgress?.({ share, proposal: counted });
      }
    }
    return found.toSorted((a, b) => b.matchRate - a.matchRate);
  });
}

/** The links that may match often enough, best first; said once all are known. */
async function guesses(connection: Connection, links: readonly Link[], { signal, onProgress }: ProposeOptions): Promise<LinkGuess[]> {
  const found: LinkGuess[] = [];
  for (const [n, link] of links.entries()) {
    throwIfCancelled(signal);
    const guess = await guessLink(connection, link);
    if (guess.matchRate >= worthCounting) found.push(guess);
    onProgress?.({ share: ((n + 1) / links.length) * guessing });
  }
  const best = found.toSorted((a, b) => b.matchRate - a.matchRate);
  onProgress?.({ share: guessing, guesses: best });
  return best;
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

/** Whether, of the two ways of a 1-1 link, the first is the one to take: to the entity its key is named after, else to the one with more rows. */
function leadsThere(entities: readonly Entity[], link: Link, turned: Link): boolean {
  const named = ({ to, on }: Link) => on.some((pair) => plain(pair.to).startsWith(singular(plain(to))));
  if (named(link) !== named(turned)) return named(link);
  const rows = (name: string) => entities.find((e) => e.name === name)?.rows ?? 0;
  const more = rows(link.to) - rows(turned.to);
  return more === 0 ? link.to < turned.to : more > 0;
}

const endsOf = ({ from, to, on }: Link) =>
  on
    .map((pair) => `${from}.${pair.from}|${to}.${pair.to}`)
    .toSorted()
    .join('&');

const sameEnds = (a: Link, b: Link) => endsOf(a) === endsOf(b);

function turnedEnds(a: Link, { from, to, on }: Link): boolean {
  return endsOf(a) === endsOf({ ...a, from: to, to: from, on: on.map((pair) => ({ from: pair.to, to: pair.from })) });
}
