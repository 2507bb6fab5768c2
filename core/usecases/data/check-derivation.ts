import { isSupportedCountry } from 'libphonenumber-js/min';
import { AppError } from '../../base/errors';
import type { Attribute, Derivation, Entity } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import { isOneExpression } from '../../sql/one-expression';
import { ident, textLiteral } from '../../sql/quote';
import { tokens } from '../../sql/tokens';
import { nativeMapping } from '../import/detect';
import { written } from './derive';

/** Words that begin a query in brackets. */
const queries: ReadonlySet<string> = new Set(['from', 'table', 'values', 'with', 'pivot', 'unpivot', 'describe', 'show', 'summarize']);
/** Read as functions although no bracket follows. */
const moments: ReadonlySet<string> = new Set(['current_date', 'current_time', 'current_timestamp', 'localtime', 'localtimestamp']);

/**
 * Checks that an expression gives one value for a row, out of that row alone, and always the same. It is bound over the columns
 * that come before `name` in the entity. @returns the type the attribute has
 * @throws AppError `derived-not-one`, `derived-other-rows`, `derived-not-fixed`, `identity-bad-country`, `not-found`, `sql-*`
 */
export async function checkDerivation(
  connection: Connection,
  entity: Entity,
  { name, derived }: { name: string; derived: Derivation },
): Promise<Pick<Attribute, 'type' | 'scale'>> {
  const before = entity.attributes.findIndex((a) => a.name === name);
  const readable = before < 0 ? entity.attributes : entity.attributes.slice(0, before);
  if (!('sql' in derived)) return checkIdentity(entity, readable, derived);
  const { sql } = derived;
  if (!isOneExpression(sql)) throw new AppError('derived-not-one', { attribute: name });
  const found = tokens(sql);
  const begins = (i: number) => found[i - 1]?.kind === 'sign' && found[i - 1]?.value === '(';
  const queried = found.some(({ kind, value }, i) => {
    const word = kind === 'word' ? value.toLowerCase() : '';
    return word === 'select' || (begins(i) && queries.has(word));
  });
  if (queried) throw new AppError('derived-other-rows', { attribute: name });
  const changing = await changingFunction(
    connection,
    found.flatMap((t) => (t.kind === 'word' || t.kind === 'quoted' ? [t.value.toLowerCase()] : [])),
  );
  if (changing !== undefined) throw new AppError('derived-not-fixed', { attribute: name, function: changing });
  const rows = `SELECT ${readable.map((a) => ident(a.name)).join(', ')} FROM main.${ident(entity.name)}`;
  // Read as a condition too, where neither aggregates nor window functions may stand.
  const whole = `SELECT ${written(sql)} AS value FROM (${rows}) AS ${ident(entity.name)} WHERE ${written(sql)} IS NULL`;
  await connection.checkSelect(whole, [entity.name]);
  const [value] = await connection.describe(whole);
  const { type, scale } = nativeMapping(name, value?.type ?? 'VARCHAR');
  return { type, ...(scale === undefined ? {} : { scale }) };
}

function checkIdentity(
  entity: Entity,
  readable: readonly Attribute[],
  { of, country }: Extract<Derivation, { of: string }>,
): Pick<Attribute, 'type'> {
  const known = readable.map((a) => a.name);
  if (!known.includes(of)) throw new AppError('not-found', { kind: `attribute of ${entity.name}`, name: of, known: known.join(', ') });
  if (country !== undefined && !isSupportedCountry(country)) throw new AppError('identity-bad-country', { country });
  return { type: 'text' };
}

/** The first of these names that is a function whose value is not settled by what it is given. */
async function changingFunction(connection: Connection, names: readonly string[]): Promise<string | undefined> {
  const moment = names.find((n) => moments.has(n));
  if (moment !== undefined || names.length === 0) return moment;
  const page = await connection.query(
    `SELECT function_name FROM duckdb_functions() WHERE stability IS NOT NULL AND stability <> 'CONSISTENT'
     AND lower(function_name) IN (${names.map(textLiteral).join(', ')}) LIMIT 1`,
    { limit: 1 },
  );
  const found = page.values[0]?.[0];
  return found === undefined || found === null ? undefined : String(found);
}
