import { type CancelSignal, throwIfCancelled } from '../../base/cancellation';
import type { EntityHealth } from '../../model/data-report';
import type { Entity } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import type { Sources } from '../../ports/sources';
import { ident, textLiteral } from '../../sql/quote';
import type { Context } from '../context';
import { entityTables } from '../import/entity-tables';
import { sourceState } from '../import/source-state';
import { number } from '../import/stage-records';
import { recipeOf } from '../recipe-of';
import { withConnection } from '../with-connection';
import { brokenLinks } from './broken-links';

/** How every entity stands to its file or query and its links, and how many values of its last load were refused. @throws AppError `cancelled` */
export async function checkHealth(ctx: Context, sources: Sources, signal?: CancelSignal): Promise<EntityHealth[]> {
  return withConnection(ctx, async (connection) => {
    const stored = await entityTables(connection);
    const found: EntityHealth[] = [];
    for (const entity of ctx.store.list('entity')) {
      throwIfCancelled(signal);
      const recipe = recipeOf(ctx, entity);
      found.push({
        entity: entity.name,
        recipe: recipe?.kind ?? null,
        file: recipe?.kind === 'file' ? recipe.source.path : null,
        ...(await sourceState(ctx, sources, entity, recipe)),
        rejected: await refusals(connection, entity),
        problems: stored.has(entity.name) ? await brokenLinks(ctx, connection, entity, signal) : [],
      });
    }
    return found;
  });
}

async function refusals(connection: Connection, { name }: Entity): Promise<number> {
  const kept = await number(
    connection,
    `SELECT count(*) FROM information_schema.tables WHERE table_schema = 'rejects' AND table_name = ${textLiteral(name)}`,
  );
  return kept === 0 ? 0 : number(connection, `SELECT count(*) FROM rejects.${ident(name)}`);
}
