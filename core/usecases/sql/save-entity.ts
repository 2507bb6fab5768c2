import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import { sameName } from '../../base/same-name';
import { type Attribute, type Entity, entity as entitySchema, type PersonalLabel } from '../../model/entity';
import { parseDocument } from '../../model/parse';
import type { Connection, EngineColumn } from '../../ports/engine';
import { duckdb } from '../../sql/dialect/duckdb';
import { dataTypeOf } from '../../sql/dialect/duckdb-types';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { prepareLoads, recordLoad } from '../import/loads';
import { inTransaction } from '../in-transaction';
import { commitUndoable } from '../undo/commit-undoable';
import { withConnection } from '../with-connection';
import { labelsOfWritten } from './labels-of-written';
import { placed } from './placed';
import { checkSql, type WrittenRequest, watching } from './written-request';

export interface NewEntity {
  name: string;
  key: string[];
}

/**
 * Makes an entity of what a SELECT returns now, all or nothing. Values that come from personal data stay labelled, whatever they are called.
 * @throws AppError `entity-exists`, `sql-key-repeated`, `sql-key-empty`, `not-found` for a key that is no column, `sql-*`, `disk-full`, `cancelled`
 */
export async function saveSqlEntity(ctx: Context, request: WrittenRequest, { name, key }: NewEntity): Promise<Entity> {
  const taken = ctx.store.list('entity').find((e) => sameName(e.name, name));
  if (taken) throw new AppError('entity-exists', { entity: taken.name });
  return withConnection(ctx, async (connection) => {
    const query = await checkSql(ctx, connection, request);
    for (const part of key) requireColumn(query.columns, part);
    const labels = await labelsOfWritten(ctx, connection, query);
    const attributes = query.columns.map((column, i) => attributeOf(column, labels[i]));
    const made = { name, attributes, key, rows: 0, dataVersion: 1, loadedAt: instantOf(ctx.clock.now()) };
    const entity = parseDocument(entitySchema, made, name);
    await prepareLoads(connection);
    const document = await placed(query, linesAbove, () =>
      inTransaction(connection, async () => {
        const rows = await connection.run(
          `CREATE TABLE ${tableOf(entity)} AS\n${castSql(entity)} FROM (\n${query.sql}\n) AS "written"`,
          watching(request),
        );
        await requireKey(connection, entity);
        const whole = { ...entity, rows };
        await recordLoad(connection, { entity: name, dataVersion: whole.dataVersion, document: JSON.stringify(whole), recipe: null });
        return whole;
      }),
    );
    await commitUndoable(ctx, [{ kind: 'entity', id: name, document }]);
    return document;
  });
}

const tableOf = ({ name }: Entity) => `main.${ident(name)}`;

function castSql({ attributes }: Entity): string {
  const casts = attributes.map((a) => `CAST(${ident(a.name)} AS ${duckdb.typeName(a.type, a.scale ?? 0)}) AS ${ident(a.name)}`);
  return `SELECT ${casts.join(', ')}`;
}

const linesAbove = 2;

function attributeOf({ name, type }: EngineColumn, personal: PersonalLabel | undefined): Attribute {
  const known = dataTypeOf(type);
  return {
    name,
    type: known.type === 'list' ? 'text' : known.type,
    ...(known.scale === undefined ? {} : { scale: known.scale }),
    ...(personal === undefined ? {} : { personal }),
  };
}

function requireColumn(columns: readonly EngineColumn[], name: string): void {
  if (!columns.some((c) => c.name === name)) {
    throw new AppError('not-found', { kind: 'column', name, known: columns.map((c) => c.name).join(', ') });
  }
}

async function requireKey(connection: Connection, entity: Entity): Promise<void> {
  const [columns, table] = [entity.key.map(ident), tableOf(entity)];
  const empty = await connection.query(`SELECT count(*) FROM ${table} WHERE ${columns.map((c) => `${c} IS NULL`).join(' OR ')}`, {
    limit: 1,
  });
  const rows = Number(empty.values[0]?.[0]);
  if (rows > 0) throw new AppError('sql-key-empty', { rows });
  const page = await connection.query(
    `SELECT count(*) AS n, ${columns.join(', ')} FROM ${table} GROUP BY ${columns.join(', ')} HAVING n > 1 ORDER BY ALL DESC LIMIT 1`,
    { limit: 1 },
  );
  const [times, ...key] = page.values.map((v) => v[0] ?? null);
  if (page.rows > 0) throw new AppError('sql-key-repeated', { key: key.map(String).join(', '), times: Number(times) });
}
