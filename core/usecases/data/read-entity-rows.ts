import type { RowsPage } from '../../model/report';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { readPage } from '../read-page';
import { withConnection } from '../with-connection';

export interface EntityRowsRequest {
  entity: string;
  offset: number;
  limit: number;
  sort?: { column: string; descending: boolean } | undefined;
}

/** Rows of an entity, as stored or sorted. @throws AppError `not-found` */
export async function readEntityRows(ctx: Context, { entity, ...window }: EntityRowsRequest): Promise<RowsPage> {
  const { key, rows } = findDocument(ctx, 'entity', entity);
  return withConnection(ctx, (connection) =>
    readPage(connection, { table: { kind: 'table', schema: 'main', name: entity }, ...window, tie: key, total: rows, unchanged: false }),
  );
}
