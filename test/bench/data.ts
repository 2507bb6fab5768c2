import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Connection } from '../../core/ports/engine';
import { fileText, type SampleFile, sampleFiles } from '../../core/sample/files';
import { sampleOf } from '../../core/sample/sample';
import { ident, textLiteral } from '../../core/sql/quote';

/** Customers that the sample makes; more are copies with names of their own, which is many times faster. */
const made = 10_000;

const shiftedText = (column: string, digits: number) =>
  `CASE WHEN ${column} <> '' THEN left(${column}, 1) || lpad(CAST(CAST(substring(${column}, 2) AS BIGINT) + copy * ${made} AS VARCHAR), ${digits}, '0') ELSE '' END`;
const shiftedNumber = (column: string, by: number) => `CAST(CAST(${column} AS BIGINT) + copy * ${by} AS VARCHAR)`;
const marked = `regexp_replace(email, '([0-9]+)@', '\\1.' || copy || '@')`;

/** Columns whose values must differ from copy to copy. */
const changed: Record<string, Record<string, string>> = {
  customers: {
    customer_id: shiftedText('customer_id', 7),
    household_id: shiftedText('household_id', 7),
    email: marked,
    street: "CASE WHEN street <> '' THEN street || ' / ' || copy ELSE '' END",
  },
  orders: { order_id: shiftedNumber('order_id', made * 20), customer_id: shiftedText('customer_id', 7) },
  bookings: { booking_id: "'B' || copy || '-' || booking_id", customer_id: shiftedText('customer_id', 7) },
  consents: { customer_id: shiftedText('customer_id', 7) },
  suppression: { email: marked },
  contacts: { contact_id: shiftedNumber('contact_id', made * 20), customer_id: shiftedText('customer_id', 7) },
  households: { household_id: shiftedText('household_id', 7) },
  order_lines: { order_id: shiftedNumber('order_id', made * 20) },
};

/** The same for any number of customers. */
const fixed = ['stores', 'products'];

/** What only some rows need. */
export const further = ['households', 'products', 'order_lines'];

export const entities = sampleFiles.map((f) => f.entity).filter((name) => !further.includes(name));

/** Writes a file of the sample for any number of customers. */
export async function writeData(connection: Connection, file: SampleFile, to: string, customers: number, today: string): Promise<void> {
  const base = `${to}.base`;
  const sample = sampleOf({ customers: Math.min(customers, made), seed: 'bench', today });
  const csv: SampleFile = { ...file, write: { format: 'csv', delimiter: ',', encoding: 'utf-8' } };
  await pipeline(Readable.from(fileText(csv, sample)), createWriteStream(base));
  const own = changed[file.entity] ?? {};
  const columns = file.columns.map((c) => `${own[c] ?? ident(c)} AS ${ident(c)}`);
  const copies = fixed.includes(file.entity) ? 1 : Math.ceil(customers / made);
  await connection.exportTo(
    `SELECT ${columns.join(', ')} FROM read_csv(${textLiteral(base)}, all_varchar = true, header = true, nullstr = '\u0001'), range(${copies}) AS t(copy)`,
    to,
    { kind: 'csv', delimiter: ',', header: true, lineEnd: 'crlf' },
  );
}
