import type { DataType, Derivation } from '../../model/entity';
import type { RowsPage } from '../../model/report';
import type { Cell } from '../../model/value';
import { duckdb } from '../../sql/dialect/duckdb';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { withConnection } from '../with-connection';
import { checkDerivation } from './check-derivation';
import { written } from './derive';
import { e164 } from './derive-phones';

const shown = 20;

/** The type an expression gives and its values for some rows, beside their key. Changes nothing. @throws AppError as `saveAttribute` */
export async function tryDerivation(
  ctx: Context,
  entityName: string,
  { name, derived }: { name: string; derived: Derivation },
): Promise<{ type: DataType; sample: RowsPage }> {
  const entity = findDocument(ctx, 'entity', entityName);
  return withConnection(ctx, async (connection) => {
    const { type, scale } = await checkDerivation(connection, entity, { name, derived });
    const read = 'sql' in derived ? written(derived.sql) : ident(derived.of);
    const value = `CAST(${read} AS ${duckdb.typeName(type, scale ?? 0)}) AS ${ident(name)}`;
    const page = await connection.query(
      `SELECT ${[...entity.key.map(ident), value].join(', ')} FROM main.${ident(entity.name)} LIMIT ${shown}`,
      { limit: shown },
    );
    const last = page.values.length - 1;
    const values = page.values.map((column, c) =>
      c === last && 'identity' in derived ? column.map((v) => asIdentity(derived, v)) : column,
    );
    return { type, sample: { columns: page.columns, values, rows: page.rows, offset: 0, total: entity.rows } };
  });
}

function asIdentity({ identity, country }: Extract<Derivation, { of: string }>, value: Cell): Cell {
  const text = value === null ? '' : String(value);
  if (identity === 'phone') return e164(text, country) ?? null;
  return (identity === 'email' ? text.trim().toLowerCase() : text) || null;
}
