import type { RowsPage } from '../../model/report';
import type { StatementOptions } from '../../ports/engine';
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
  signal?: StatementOptions['signal'];
}

/** Rows of an entity, as stored or sorted. @throws AppError `not-found`, `cancelled` */
export async function readEntityRows(ctx: Context, { entity, ...window }: EntityRowsRequest): Promise<RowsPage> {
  const found = findDocument(ctx, 'entity', entity);
  const page = await withConnection(ctx, (connection) =>
    readPage(connection, { table: { kind: 'table', schema: 'main', name: entity }, ...window, total: found.rows, unchanged: false }),
  );
  return labelled(page, (name) => labelOfAttribute(found, name));
}
