import { z } from 'zod';

/** What rows are written as; `csv-semicolon` is what spreadsheets of many countries open by themselves. */
export const sqlFileFormats = ['csv', 'csv-semicolon', 'parquet', 'ndjson', 'ndjson-gzip'] as const;
export type SqlFileFormat = (typeof sqlFileFormats)[number];

/** A file that was written: where, and how many rows it holds. */
export const sqlFile = z.strictObject({ file: z.string(), rows: z.number().int().nonnegative() });
export type SqlFile = z.infer<typeof sqlFile>;
