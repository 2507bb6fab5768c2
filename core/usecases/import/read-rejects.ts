import type { RowsPage } from '../../model/report';
import { ident, textLiteral } from '../../sql/quote';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { readPage } from '../read-page';
import { withConnection } from '../with-connection';
import { number } from './stage-records';

/** What the last load of an entity refused: line, column, value, reason; in order of line. @throws AppError `not-found` */
export async function readRejects(
  ctx: Context,
  { entity, ...window }: { entity: string; offset: number; limit: number },
): Promise<RowsPage> {
  findDocument(ctx, 'entity', entity);
  return withConnection(ctx, async (connection) => {
    const kept = await number(
      connection,
      `SELECT count(*) FROM information_schema.tables WHERE table_schema = 'rejects' AND table_name = ${textLiteral(entity)}`,
    );
    if (kept === 0) return { columns: [], values: [], rows: 0, offset: window.offset, total: 0 };
    const total = await number(connection, `SELECT count(*) FROM rejects.${ident(entity)}`);
    return readPage(connection, { table: { kind: 'table', schema: 'rejects', name: entity }, ...window, total, unchanged: true });
  });
}
