import { AppError, isAppError } from '../../base/errors';
import { type Problem, problem, warning } from '../../base/problems';
import { sameName } from '../../base/same-name';
import type { DdlReport } from '../../model/data-report';
import { type Entity, entity as entitySchema, type Link } from '../../model/entity';
import { parseDocument } from '../../model/parse';
import type { Write } from '../../ports/meta-store';
import { readDdl } from '../../sql/ddl/read-ddl';
import type { DdlTable } from '../../sql/ddl/tables';
import type { Context } from '../context';
import { commitUndoable } from '../undo/commit-undoable';
import { ddlLinks } from './ddl-links';
import { makeEmptyEntities } from './make-empty-entities';
import { linkId, saveLink } from './save-link';

/**
 * Makes entities without rows, their keys and their links out of `CREATE TABLE` and the like, before there are data. What is there
 * already stays as it is, and is linked. Only a dry run changes nothing.
 * @throws AppError `ddl-no-tables`
 */
export async function loadDdl(ctx: Context, sql: string, { dryRun = false }: { dryRun?: boolean | undefined } = {}): Promise<DdlReport> {
  const { tables, problems: unread } = readDdl(sql);
  if (tables.length === 0 && unread.length === 0) throw new AppError('ddl-no-tables');
  const known = ctx.store.list('entity');
  const existing = tables.flatMap((t) => known.filter((e) => sameName(e.name, t.name)).map((e) => e.name));
  const fresh = tables.filter((t) => !known.some((e) => sameName(e.name, t.name)));
  const keyless: Problem[] = [];
  const entities = fresh.flatMap((table) => {
    const made = entityOf(table);
    if (!made) keyless.push(warning('ddl-no-key', ['tables', table.name], { table: table.name }));
    return made ? [made] : [];
  });
  const { links, problems } = ddlLinks(tables, [...known, ...entities], ctx.store.list('link'));
  const told = [...unread, ...keyless, ...problems];
  if (dryRun) return { entities, existing, links, committed: false, problems: told };
  await make(ctx, entities);
  const saved = await saveLinks(ctx, links, entities.length > 0);
  return { entities, existing, links: saved.links, committed: true, problems: [...told, ...saved.problems] };
}

function entityOf(table: DdlTable): Entity | undefined {
  const spelled = (name: string) => table.columns.find((c) => sameName(c.name, name))?.name ?? name;
  const filled = (columns: readonly string[]) => columns.every((c) => table.filled.has(spelled(c)));
  const key = table.key.length > 0 ? table.key : table.uniques.find(filled);
  if (!key) return undefined;
  const document = { name: table.name, attributes: table.columns, key: key.map(spelled), rows: 0, dataVersion: 0 };
  return parseDocument(entitySchema, document, table.name);
}

async function make(ctx: Context, entities: readonly Entity[]): Promise<void> {
  await makeEmptyEntities(ctx, entities);
  const writes = entities.map((document): Write => ({ kind: 'entity', id: document.name, document }));
  if (writes.length > 0) await commitUndoable(ctx, writes);
}

/** A link to rows that were there before may not hold; it does not hold up the others. All belong to one step of undo. */
async function saveLinks(ctx: Context, links: readonly Link[], begun: boolean): Promise<{ links: Link[]; problems: Problem[] }> {
  const saved: Link[] = [];
  const problems: Problem[] = [];
  for (const link of links) {
    try {
      await saveLink(ctx, link, { joins: begun || saved.length > 0 });
      saved.push(link);
    } catch (error) {
      if (!isAppError(error)) throw error;
      problems.push(problem(error.code, ['links', linkId(link)], error.details));
    }
  }
  return { links: saved, problems };
}
