import type { RowsPage } from '../../model/report';
import { labelOfAttribute } from '../../segment/labels';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { labelled } from '../labelled';
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
  const found = findDocument(ctx, 'entity', entity);
  const { key, rows } = found;
  const page = await withConnection(ctx, (connection) =>
    readPage(connection, { table: { kind: 'table', schema: 'main', name: entity }, ...window, tie: key, total: rows, unchanged: false }),
  );
  return labelled(page, (name) => labelOfAttribute(found, name));
}
