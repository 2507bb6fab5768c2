import { AppError, isAppError } from '../../base/errors';
import type { Attribute, Derivation, Entity } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import { duckdb } from '../../sql/dialect/duckdb';
import { ident } from '../../sql/quote';
import { comparable } from './comparable';
import { derivePhones } from './derive-phones';

export type Derived = Attribute & { derived: NonNullable<Attribute['derived']> };

export const isDerived = (attribute: Attribute): attribute is Derived => attribute.derived !== undefined;

/** On a line of its own, since it may end in a comment. */
export const written = (sql: string): string => `(\n${sql}\n)`;

/**
 * Computes what is derived, in order, for every row the connection sees.
 * @throws AppError `derived-failed`
 */
export async function deriveAttributes(connection: Connection, entity: Entity): Promise<void> {
  for (const attribute of entity.attributes.filter(isDerived)) await deriveAttribute(connection, entity.name, attribute);
}

async function deriveAttribute(connection: Connection, entity: string, { name, type, scale, derived }: Derived): Promise<void> {
  const table = `main.${ident(entity)}`;
  const stored = duckdb.typeName(type, scale ?? 0);
  try {
    await connection.run(`ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${ident(name)} ${stored}`);
    if ('identity' in derived && derived.identity === 'phone') await derivePhones(connection, table, name, derived);
    else {
      const value = `CAST(${derivedSql(derived)} AS ${stored})`;
      await connection.run(`UPDATE ${table} SET ${ident(name)} = ${value} WHERE ${ident(name)} IS DISTINCT FROM ${value}`);
    }
  } catch (error) {
    if (!isAppError(error) || error.code !== 'sql-error') throw error;
    throw new AppError('derived-failed', { entity, attribute: name, reason: String(error.details.reason) }, { cause: error });
  }
}

/** SQL for what is derived without leaving the database, over columns of the row. */
function derivedSql(derived: Derivation): string {
  return 'sql' in derived ? written(derived.sql) : comparable(derived.identity, ident(derived.of));
}
