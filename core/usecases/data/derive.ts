import { AppError, isAppError } from '../../base/errors';
import type { Attribute, Entity } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import { duckdb } from '../../sql/dialect/duckdb';
import { ident } from '../../sql/quote';

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

export async function deriveAttribute(connection: Connection, entity: string, { name, type, scale, derived }: Derived): Promise<void> {
  const table = `main.${ident(entity)}`;
  const stored = duckdb.typeName(type, scale ?? 0);
  const value = `CAST(${written(derived.sql)} AS ${stored})`;
  try {
    await connection.run(`ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${ident(name)} ${stored}`);
    await connection.run(`UPDATE ${table} SET ${ident(name)} = ${value} WHERE ${ident(name)} IS DISTINCT FROM ${value}`);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'sql-error') throw error;
    throw new AppError('derived-failed', { entity, attribute: name, reason: String(error.details.reason) }, { cause: error });
  }
}
