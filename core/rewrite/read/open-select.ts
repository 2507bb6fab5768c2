import { conjuncts, type QueryTree, type SelectTree, type Term } from '../tree/term';
import { type Joined, tablesOf } from './from';
import type { Here } from './here';
import { aliasesOf } from './names';
import { refuse } from './refuse';

/** A SELECT whose tables are known by name, though not yet by place. */
export interface Opened {
  select: SelectTree;
  joined: Joined[];
  conditions: Term[];
  here: Here;
}

/** @throws AppError `rewrite-clause` for what would change which rows there are */
export function openSelect(query: QueryTree, here: Here): Opened {
  if (query.kind === 'set') return refuse('rewrite-clause', { clause: query.op.replace('-', ' ').toUpperCase() });
  if (query.qualify) return refuse('rewrite-clause', { clause: 'QUALIFY' });
  if (query.limit) return refuse('rewrite-clause', { clause: 'LIMIT' });
  const { joined, conditions } = tablesOf(query.from, here.names);
  const { aggregate: _, ...around } = here;
  const scope = { sources: joined.map((j) => j.source), aliases: aliasesOf(query), outer: here.scope };
  return { select: query, joined, conditions: [...conditions, ...conjuncts(query.where)], here: { ...around, scope } };
}
