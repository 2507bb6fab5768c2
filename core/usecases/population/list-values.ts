import type { Field, PopulationChoice } from '../../model/population';
import type { ValueList, valueOrders } from '../../model/report';
import type { Connection } from '../../ports/engine';
import { textLiteral } from '../../sql/quote';
import type { Context } from '../context';
import { type KeptResult, keepResult } from '../kept-result';
import { readPage } from '../read-page';
import { withConnection } from '../with-connection';
import { chosenMembers } from './choose';
import { fieldValues, measuredSql, valueName } from './field-values';
import type { AtMoment } from './members';

export interface ValuesRequest extends AtMoment {
  population: PopulationChoice;
  field: Field;
  /** What a value must hold, whatever its case and accents. */
  search?: string | undefined;
  /** The most frequent first when absent. */
  sort?: { by: (typeof valueOrders)[number]; descending: boolean } | undefined;
  offset: number;
  limit: number;
}

/**
 * Every value of a field with its exact rows, page by page. What was grouped is kept, sorted as asked, so that any page of a
 * million values is read at once.
 */
export function listValues(ctx: Context, request: ValuesRequest): Promise<ValueList> {
  return withConnection(ctx, async (connection) => {
    const members = await chosenMembers(ctx, connection, request.population, request);
    const values = await fieldValues(ctx, connection, members, [request.field], request);
    const v = valueName(0);
    const options = { columns: 2, ...(request.signal ? { signal: request.signal } : {}) };
    const grouped = `SELECT ${v} AS "value", count(*) AS "rows" FROM ${measuredSql(values)} WHERE ${v} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`;
    const all = await keepResult(ctx, connection, { sql: grouped, ...options });
    const arranged = arrangedSql(all, request);
    const shown = arranged === undefined ? all : await keepResult(ctx, connection, { sql: arranged, ...options });
    const filled = await sumOf(connection, all);
    const { offset, limit, signal } = request;
    const page = await readPage(connection, { table: shown.table, offset, limit, total: shown.rows, unchanged: true, signal });
    const [found = [], counts = []] = page.values;
    return {
      field: request.field,
      type: values.columns[0]?.type ?? 'text',
      rows: members.rows,
      empty: members.rows - filled,
      distinct: all.rows,
      matching: { values: shown.rows, rows: shown === all ? filled : await sumOf(connection, shown) },
      offset,
      values: found.map((value, r) => ({ value, rows: Number(counts[r]) })),
    };
  });
}

/** The kept values in another order, or some of them; `undefined` when they are shown as they are kept. */
function arrangedSql({ table }: KeptResult, { search = '', sort = { by: 'rows', descending: true } }: ValuesRequest): string | undefined {
  const kept = sort.by === 'rows' && sort.descending;
  if (kept && search === '') return undefined;
  const fold = (text: string) => `strip_accents(lower(${text}))`;
  const where = search === '' ? '' : ` WHERE contains(${fold('CAST("value" AS VARCHAR)')}, ${fold(textLiteral(search))})`;
  const direction = sort.descending ? 'DESC' : 'ASC';
  const order = sort.by === 'rows' ? `"rows" ${direction}, "value"` : `"value" ${direction}`;
  return `SELECT "value", "rows" FROM ${table.schema}.${table.name}${where} ORDER BY ${order}`;
}

async function sumOf(connection: Connection, { table }: KeptResult): Promise<number> {
  const page = await connection.query(`SELECT coalesce(sum("rows"), 0) FROM ${table.schema}.${table.name}`, { limit: 1 });
  return Number(page.values[0]?.[0]);
}
