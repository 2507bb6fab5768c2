import { consentColumns, consentRows, contactColumns, contactRows, suppressionColumns, suppressionRows } from './contact';
import { customerColumns, customerRows, householdColumns, householdRows } from './customers';
import {
  bookingColumns,
  bookingRows,
  lineColumns,
  lineRows,
  orderColumns,
  orderRows,
  productColumns,
  productRows,
  storeColumns,
  storeRows,
} from './sales';
import type { Row, Sample } from './sample';

/** One file of the sample, as a business would export it: formats, delimiters and encodings differ. */
export interface SampleFile {
  name: string;
  entity: string;
  key: readonly string[];
  columns: readonly string[];
  rows(sample: Sample): Iterable<Row>;
  write: { format: 'csv'; delimiter: ',' | ';'; encoding: 'utf-8' | 'windows-1252' } | { format: 'ndjson' };
}

const csv = { format: 'csv', delimiter: ',', encoding: 'utf-8' } as const;

export const sampleFiles: readonly SampleFile[] = [
  { name: 'customers.csv', entity: 'customers', key: ['customer_id'], columns: customerColumns, rows: customerRows, write: csv },
  {
    name: 'households.csv',
    entity: 'households',
    key: ['household_id'],
    columns: householdColumns,
    rows: householdRows,
    write: { format: 'csv', delimiter: ';', encoding: 'windows-1252' },
  },
  { name: 'stores.csv', entity: 'stores', key: ['store_id'], columns: storeColumns, rows: storeRows, write: csv },
  { name: 'products.csv', entity: 'products', key: ['product_id'], columns: productColumns, rows: productRows, write: csv },
  { name: 'orders.csv', entity: 'orders', key: ['order_id'], columns: orderColumns, rows: orderRows, write: csv },
  { name: 'order_lines.csv', entity: 'order_lines', key: ['order_id', 'line'], columns: lineColumns, rows: lineRows, write: csv },
  {
    name: 'bookings.ndjson',
    entity: 'bookings',
    key: ['booking_id'],
    columns: bookingColumns,
    rows: bookingRows,
    write: { format: 'ndjson' },
  },
  {
    name: 'consents.csv',
    entity: 'consents',
    key: ['customer_id', 'channel', 'recorded_at'],
    columns: consentColumns,
    rows: consentRows,
    write: csv,
  },
  { name: 'suppression.csv', entity: 'suppression', key: ['email'], columns: suppressionColumns, rows: suppressionRows, write: csv },
  { name: 'contacts.csv', entity: 'contacts', key: ['contact_id'], columns: contactColumns, rows: contactRows, write: csv },
];

/** The same files as an engine can read them: the portable one has no JSON, so there those are CSV too. */
export function sampleFilesFor({ json }: { json: boolean }): readonly SampleFile[] {
  return sampleFiles.map((file) =>
    json || file.write.format === 'csv' ? file : { ...file, name: file.name.replace(/\.ndjson$/, '.csv'), write: csv },
  );
}

/** The text of a file in pieces of about 64 kB. */
export function* fileText(file: SampleFile, sample: Sample): Generator<string> {
  const line = file.write.format === 'csv' ? delimited(file.write.delimiter) : objects(file.columns);
  let piece = file.write.format === 'csv' ? line(file.columns) : '';
  for (const row of file.rows(sample)) {
    piece += line(row);
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** RFC 4180. */
function delimited(delimiter: string): (row: Row) => string {
  const quote = (value: string) => (/["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value);
  return (row) => `${row.map(quote).join(delimiter)}\r\n`;
}

function objects(columns: readonly string[]): (row: Row) => string {
  return (row) => `${JSON.stringify(Object.fromEntries(columns.map((c, i) => [c, row[i] === '' ? null : (row[i] ?? null)])))}\n`;
}
