import { type Statement, statementFormat, statementsKept } from '../../model/statement';
import type { Write } from '../../ports/meta-store';
import type { Context } from '../context';

/** Puts a run into the history, which keeps the newest. */
export async function rememberStatement(ctx: Context, ran: Omit<Statement, 'format' | 'id'>): Promise<void> {
  const moment = ran.at.replaceAll(/\D/g, '').padEnd(20, '0');
  let n = 0;
  while (ctx.store.read('statement', idOf(moment, n))) n++;
  const id = idOf(moment, n);
  const old = ctx.store.list('statement').slice(0, -(statementsKept - 1));
  const removed = old.map((s): Write => ({ kind: 'statement', id: s.id, document: null }));
  await ctx.store.commit([...removed, { kind: 'statement', id, document: { format: statementFormat, id, ...ran } }]);
}

/** In order of time. */
const idOf = (moment: string, n: number) => `${moment}-${String(n).padStart(3, '0')}`;

/** Runs whose text holds every word of `search`, the newest first; `total` are all that do. */
export function findStatements(
  ctx: Context,
  { search, offset, limit }: { search: string; offset: number; limit: number },
): { statements: Statement[]; total: number } {
  const words = search.toLowerCase().split(/\s+/);
  const found = ctx.store.list('statement').filter(({ sql }) => words.every((word) => sql.toLowerCase().includes(word)));
  return { statements: found.toReversed().slice(offset, offset + limit), total: found.length };
}

export async function forgetStatements(ctx: Context): Promise<void> {
  await ctx.store.commit(ctx.store.list('statement').map((s): Write => ({ kind: 'statement', id: s.id, document: null })));
}
