import { allColumns, type Column, type Population } from '../segment/population';
import { duckdb } from '../sql/dialect/duckdb';
import { ident } from '../sql/quote';

/** A WITH clause that gives each input its columns and no rows, so that SQL over inputs can be bound before they exist. */
export function emptyInputs(inputs: readonly { name: string; population: Population }[]): string {
  if (inputs.length === 0) return '';
  const parts = inputs.map(({ name, population }) => {
    const columns = allColumns(population).map((c) => `CAST(NULL AS ${typeOf(c)}) AS ${ident(c.name)}`);
    return `${ident(name)} AS (SELECT ${columns.join(', ')} WHERE FALSE)`;
  });
  return `WITH ${parts.join(', ')} `;
}

function typeOf({ type, scale, holds }: Column): string {
  if (type !== 'list') return duckdb.typeName(type, scale ?? 0);
  if (holds === undefined) return 'VARCHAR[]';
  if (!Array.isArray(holds)) return `${typeOf(holds)}[]`;
  return `STRUCT(${holds.map((c) => `${ident(c.name)} ${typeOf(c)}`).join(', ')})[]`;
}
