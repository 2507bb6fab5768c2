import { AppError } from '../../base/errors';
import { sha256Hex } from '../../base/hashing';
import { instantOf } from '../../base/instant';
import type { ActivityOf } from '../../model/activity';
import { type Audience, audienceFormat } from '../../model/audience';
import type { Connection } from '../../ports/engine';
import type { Population } from '../../segment/population';
import { ident } from '../../sql/quote';
import type { Context } from '../context';

/**
 * Keeps the members of a population under an audience's name, stamped with the moment and the data they were drawn from.
 * Members go to a table of their own first; the document that names it makes them count. Doing it again changes nothing.
 * @throws AppError `audience-exists` when it was to be created
 */
export async function keepSnapshot(
  ctx: Context,
  connection: Connection,
  activity: ActivityOf<'save-audience'>,
  population: Population,
  asOf: string,
): Promise<Audience> {
  const before = ctx.store.read('audience', activity.audience);
  const table = `${activity.audience}-${sha256Hex(`${population.table.name} ${asOf}`).slice(0, 12)}`;
  const sameAgain = before?.definition.kind === 'snapshot' && before.definition.table === table;
  if (before && activity.mode === 'create' && !sameAgain) throw new AppError('audience-exists', { audience: activity.audience });
  await connection.run('CREATE SCHEMA IF NOT EXISTS audience');
  const key = population.key.map((k) => ident(k.name)).join(', ');
  const rows = await connection.run(
    `CREATE OR REPLACE TABLE audience.${ident(table)} AS SELECT ${key} FROM work.${ident(population.table.name)}`,
  );
  const saved: Audience = {
    format: audienceFormat,
    id: activity.audience,
    name: before?.name ?? activity.label ?? activity.audience,
    dimension: population.dimension,
    definition: { kind: 'snapshot', table, rows, asOf, takenAt: instantOf(ctx.clock.now()), dataVersions: dataVersions(ctx) },
  };
  await ctx.store.commit([{ kind: 'audience', id: saved.id, document: saved }]);
  if (before?.definition.kind === 'snapshot' && !sameAgain)
    await connection.run(`DROP TABLE IF EXISTS audience.${ident(before.definition.table)}`);
  return saved;
}

function dataVersions(ctx: Context): Record<string, number> {
  return Object.fromEntries(ctx.store.list('entity').map((e) => [e.name, e.dataVersion]));
}
