import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import { unreachable } from '../../base/never';
import type { Problem } from '../../base/problems';
import type { Audience } from '../../model/audience';
import type { Campaign } from '../../model/campaign';
import type { Filter } from '../../model/filter';
import type { Broken, Use } from '../../model/use';
import type { Connection } from '../../ports/engine';
import { readingOnly } from '../audience/count-audience';
import { planFor } from '../campaign/plan-for';
import type { Context } from '../context';
import { askingOnly } from '../filter/asking-only';
import { findDocument } from '../find-document';
import { toldUse } from './told-use';
import { usedBy } from './used-by';

type Change = { kind: 'audience'; document: Audience } | { kind: 'filter'; document: Filter };
type User = Use & { kind: 'audience' | 'campaign' | 'filter' };

/** What uses the document, be it through others, and would have errors that it does not have now. */
export async function brokenBy(ctx: Context, connection: Connection, change: Change): Promise<Broken[]> {
  if (!ctx.store.read(change.kind, change.document.id)) return [];
  const { store } = ctx;
  const saved = { audiences: store.list('audience'), filters: store.list('filter') };
  const changed = {
    audiences: change.kind === 'audience' ? replaced(saved.audiences, change.document) : saved.audiences,
    filters: change.kind === 'filter' ? replaced(saved.filters, change.document) : saved.filters,
  };
  const broken: Broken[] = [];
  for (const { kind, id, name, places } of usersOf(ctx, change)) {
    const asked = asking(ctx, kind, id);
    const errorsWith = async ({ audiences, filters }: typeof saved): Promise<Problem[]> => {
      const plan = await planFor(ctx, connection, asked, { asOf: instantOf(ctx.clock.now()) }, audiences, filters);
      return plan.problems.filter((p) => p.severity === 'error');
    };
    const before = new Set((await errorsWith(saved)).map(said));
    const problems = (await errorsWith(changed)).filter((p) => !before.has(said(p)));
    if (problems.length > 0) broken.push({ kind, id, name, places, problems: problems.map((p) => ({ ...p, place: [...p.place] })) });
  }
  return broken;
}

/** @throws AppError `breaks-users` with the names of what would have errors, and where the document is used in them */
export async function requireWhole(ctx: Context, connection: Connection, change: Change): Promise<void> {
  const broken = await brokenBy(ctx, connection, change);
  if (broken.length === 0) return;
  throw new AppError('breaks-users', { name: change.document.name, users: broken.map((b) => toldUse(ctx, b)).join(', ') });
}

const said = ({ code, place }: Problem) => JSON.stringify([code, place]);

function replaced<T extends { id: string }>(documents: readonly T[], document: T): T[] {
  return documents.map((d) => (d.id === document.id ? document : d));
}

/** Nearest first, each once; not those that only keep or remember it. */
function usersOf(ctx: Context, { kind, document }: Change): User[] {
  const found = new Map<string, User>();
  const look = (target: { kind: 'audience' | 'filter'; id: string }) => {
    for (const use of usedBy(ctx, target)) {
      const key = `${use.kind} ${use.id}`;
      if (!use.needed || !isUser(use) || found.has(key) || (use.kind === kind && use.id === document.id)) continue;
      found.set(key, use);
      if (use.kind !== 'campaign') look({ kind: use.kind, id: use.id });
    }
  };
  look({ kind, id: document.id });
  return [...found.values()];
}

function isUser(use: Use): use is User {
  return use.kind === 'audience' || use.kind === 'campaign' || use.kind === 'filter';
}

function asking(ctx: Context, kind: User['kind'], id: string): Campaign {
  switch (kind) {
    case 'campaign':
      return findDocument(ctx, 'campaign', id);
    case 'audience':
      return readingOnly(id, findDocument(ctx, 'audience', id).name);
    case 'filter':
      return askingOnly(findDocument(ctx, 'filter', id));
    default:
      return unreachable(kind);
  }
}
