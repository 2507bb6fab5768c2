import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Connection } from '../../ports/engine';
import { ident, textLiteral } from '../../sql/quote';

/** Numbers read at a time. */
const atOnce = 20_000;

/** ITU-T E.164, or nothing where the text is no number that could be dialled. */
export function e164(text: string, country: string | undefined): string | undefined {
  const from: CountryCode | undefined = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const found = parsePhoneNumberFromString(text, from === undefined ? {} : { defaultCountry: from });
  return found?.isPossible() ? found.number : undefined;
}

/** Fills `name` with the phone numbers of `of`. Each way of writing a number is read once, however many rows have it. */
export async function derivePhones(
  connection: Connection,
  table: string,
  name: string,
  { of, country }: { of: string; country?: string | undefined },
): Promise<void> {
  const read = `trim(CAST(o.${ident(of)} AS VARCHAR))`;
  // Numbered by itself: rows of a transaction that is under way have other row numbers.
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE muster_phones AS
     SELECT row_number() OVER () AS n, written FROM (SELECT DISTINCT ${read} AS written FROM ${table} o WHERE ${read} <> '')`,
  );
  await connection.run('CREATE OR REPLACE TEMP TABLE muster_e164 (written VARCHAR, number VARCHAR)');
  for (let start = 0; ; start += atOnce) {
    const page = await connection.query(`SELECT written FROM muster_phones WHERE n > ${start} AND n <= ${start + atOnce}`, {
      limit: atOnce,
    });
    const rows = (page.values[0] ?? []).flatMap((value) => {
      const number = e164(String(value), country);
      return number === undefined ? [] : [`(${textLiteral(String(value))}, ${textLiteral(number)})`];
    });
    for (let i = 0; i < rows.length; i += 2000)
      await connection.run(`INSERT INTO muster_e164 VALUES ${rows.slice(i, i + 2000).join(', ')}`);
    if (page.rows < atOnce) break;
  }
  const target = ident(name);
  await connection.run(
    `UPDATE ${table} o SET ${target} = NULL
     WHERE o.${target} IS NOT NULL AND (${read} IS NULL OR ${read} NOT IN (SELECT e.written FROM muster_e164 e))`,
  );
  await connection.run(
    `UPDATE ${table} o SET ${target} = e.number FROM muster_e164 e WHERE e.written = ${read} AND o.${target} IS DISTINCT FROM e.number`,
  );
}
