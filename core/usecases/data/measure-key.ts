import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import type { MeasuredKey } from '../../model/data-report';
import type { Entity } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { cancellable } from '../import/cancellable';
import { withConnection } from '../with-connection';

/** How many rows of an entity lack a part of a key or repeat one, exactly. @throws AppError `not-found`, `cancelled` */
export async function measureKey(ctx: Context, name: string, key: readonly string[], signal?: CancelSignal): Promise<MeasuredKey> {
  const entity = findDocument(ctx, 'entity', name);
  return withConnection(ctx, (connection) => keyOf(cancellable(connection, signal), entity, key));
}

export async function keyOf(connection: Connection, entity: Entity, key: readonly string[]): Promise<MeasuredKey> {
  const unknown = key.find((k) => !entity.attributes.some((a) => a.name === k));
  if (unknown !== undefined) {
    const known = entity.attributes.map((a) => a.name).join(', ');
    throw new AppError('not-found', { kind: `attribute of ${entity.name}`, name: unknown, known });
  }
  const filled = key.map((k) => `${ident(k)} IS NOT NULL`).join(' AND ');
  const table = `main.${ident(entity.name)}`;
  const page = await connection.query(
    `SELECT (SELECT count(*) FROM ${table} WHERE NOT (${filled})), coalesce(sum(n - 1), 0)
     FROM (SELECT count(*) AS n FROM ${table} WHERE ${filled} GROUP BY ${key.map(ident).join(', ')})`,
    { limit: 1 },
  );
  const [empty = 0, repeated = 0] = page.values.map((v) => Number(v[0]));
  return { empty, repeated };
}
