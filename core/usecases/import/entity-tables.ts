import type { Entity } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import { duckdb } from '../../sql/dialect/duckdb';
import { ident } from '../../sql/quote';

/** Names of the tables that hold rows of entities, whether a document knows them or not. */
export async function entityTables(connection: Connection): Promise<Set<string>> {
  const page = await connection.query(
    "SELECT table_name FROM information_schema.tables WHERE table_catalog = current_database() AND table_schema = 'main'",
    { limit: 1_000_000 },
  );
  return new Set((page.values[0] ?? []).map(String));
}

/** The columns of an entity's table, as `CREATE TABLE` takes them. */
export function columnDefinitions({ attributes }: Entity): string {
  return attributes.map((a) => `${ident(a.name)} ${duckdb.typeName(a.type, a.scale ?? 0)}`).join(', ');
}
