import type { DataType } from '../../model/entity';
import type { RowsPage } from '../../model/report';
import { duckdb } from '../../sql/dialect/duckdb';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { withConnection } from '../with-connection';
import { checkDerivation } from './check-derivation';
import { written } from './derive';

const shown = 20;

/** The type an expression gives and its values for some rows, beside their key. Changes nothing. @throws AppError as `saveAttribute` */
export async function tryDerivation(
  ctx: Context,
  entityName: string,
  { name, derived }: { name: string; derived: { sql: string } },
): Promise<{ type: DataType; sample: RowsPage }> {
  const entity = findDocument(ctx, 'entity', entityName);
  return withConnection(ctx, async (connection) => {
    const { type, scale } = await checkDerivation(connection, entity, { name, sql: derived.sql });
    const value = `CAST(${written(derived.sql)} AS ${duckdb.typeName(type, scale ?? 0)}) AS ${ident(name)}`;
    const page = await connection.query(
      `SELECT ${[...entity.key.map(ident), value].join(', ')} FROM main.${ident(entity.name)} LIMIT ${shown}`,
      { limit: shown },
    );
    return { type, sample: { columns: page.columns, values: page.values, rows: page.rows, offset: 0, total: entity.rows } };
  });
}
