import { type CancelSignal, throwIfCancelled } from '../../base/cancellation';
import { AppError, isAppError } from '../../base/errors';
import { canonicalJson, sha256Hex } from '../../base/hashing';
import { hasErrors, type Problem } from '../../base/problems';
import { checkLayout, type FileColumn, fileColumns } from '../../mail/file-columns';
import { balances, type MailManifest, mailManifestFormat } from '../../mail/manifest';
import type { DirectMailMessage, MailLayout, Seed } from '../../model/message';
import type { ExportSummary } from '../../model/report';
import type { Waterfall } from '../../model/run';
import type { Connection } from '../../ports/engine';
import type { Transcode } from '../../ports/transcode';
import { recipientsQuery, seedRecipient } from '../../send/recipients';
import type { Assessment } from '../../send/request';
import { duckdb } from '../../sql/dialect/duckdb';
import { column } from '../../sql/expression';
import { printQuery } from '../../sql/print';
import type { Query, Select, Table } from '../../sql/query';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { countryCounts, fileQuery, fileRows, lossyRows, seedRows } from './file-query';
import { renderRows, type Scratch } from './render-rows';

export type MailContext = Pick<Context, 'connection' | 'files'> & { transcode: Transcode };

export interface ExportRequest {
  /** The assessed worktable and what made it. */
  table: Table;
  assessment: Assessment;
  message: DirectMailMessage;
  campaign: { id: string; name: string; seeds?: readonly Seed[] | undefined };
  waterfall: Waterfall;
  /** Relative to the root of the context's files. */
  folder: string;
  /** Name of the data file without its ending; the activity's id when absent. */
  name?: string;
  asOf: string;
  /** When it is to go out; at once when absent or `null`. */
  sendAt?: string | null;
  signal?: CancelSignal;
  onProgress?: (share: number) => void;
}

/** Seeds of a message and its campaign, each once. */
export function seedsOf(message: { seeds?: readonly Seed[] | undefined }, campaign: { seeds?: readonly Seed[] | undefined }): Seed[] {
  return [...new Map([...(campaign.seeds ?? []), ...(message.seeds ?? [])].map((seed) => [seed.id, seed])).values()];
}

/**
 * Writes the data file of a message and its manifest, last. Nothing is left in the folder when anything fails.
 * @throws AppError `mail-characters-lost`, `mail-unbalanced`, `mail-file-exists`, `mail-same-label`, `mail-unknown-sort`,
 * `content-syntax`, `content-render`, `sending-seed-value`, `sql-error`, `disk-full`, `cancelled`
 */
export async function exportMail(ctx: MailContext, request: ExportRequest): Promise<ExportSummary> {
  const { message, assessment, campaign, folder } = request;
  const { layout } = message;
  const seeds = seedsOf(message, campaign);
  const recipients = recipientsQuery(assessment, request.table, seeds);
  const columns = columnsOf(layout, assessment);
  const name = request.name ?? assessment.activity;
  const [dataFile, manifestFile] = [`${name}.csv`, 'manifest.json'].map((file) => `${folder}/${file}`);
  if (dataFile === undefined || manifestFile === undefined) throw new Error('no file names');
  for (const file of [dataFile, manifestFile]) if (await ctx.files.exists(file)) throw new AppError('mail-file-exists', { file });

  const connection = await ctx.connection();
  const token = sha256Hex(`${campaign.id}:${assessment.activity}:${request.asOf}:${request.table.name}`).slice(0, 16);
  const scratch: Scratch = { rows: `mail_rows_${token}`, rendered: `mail_text_${token}` };
  const parts = { utf8: `${folder}/.${name}.utf8.part`, final: `${folder}/.${name}.part` };
  try {
    const file = await prepare(connection, recipients.query, columns, layout, scratch, request);
    await refuseLosses(connection, file, columns, layout);
    throwIfCancelled(request.signal);
    await ctx.files.makeFolder(folder);
    const sql = printQuery(fileRows(file, columns, layout), duckdb);
    const format = { kind: 'csv', delimiter: layout.delimiter, header: layout.header, lineEnd: layout.lineEnd } as const;
    const utf8 = layout.encoding === 'utf-8';
    const rows = await connection.exportTo(sql, ctx.files.resolve(utf8 ? parts.final : parts.utf8), format, options(request, 0.3, 0.9));
    if (!utf8) await ctx.transcode(ctx.files.resolve(parts.utf8), ctx.files.resolve(parts.final), layout.encoding, request.signal);
    const digest = await ctx.files.digest(parts.final);
    const manifest = await manifestOf(connection, file, request, seeds, { file: `${name}.csv`, rows, ...digest });
    throwIfCancelled(request.signal);
    await publish(ctx, parts.final, dataFile, manifestFile, manifest);
    request.onProgress?.(1);
    return { message: assessment.activity, folder, files: manifest.files, seeds: manifest.counts.seeds, manifest: manifestFile };
  } finally {
    await tidy(ctx, connection, [parts.utf8, parts.final], scratch);
  }
}

async function tidy(ctx: MailContext, connection: Connection, parts: readonly string[], scratch: Scratch): Promise<void> {
  await inSpite([
    ...parts.map((part) => () => ctx.files.remove(part)),
    ...[scratch.rows, scratch.rendered].map((table) => () => connection.run(`DROP TABLE IF EXISTS ${ident(table)}`)),
    () => connection.close(),
  ]);
}

/** What cannot be removed now, as on a full disk, is replaced by the next export, and neither takes back what was written nor hides why it was not. */
async function inSpite(removals: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const remove of removals) {
    try {
      await remove();
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
}

function columnsOf(layout: MailLayout, assessment: Assessment): FileColumn[] {
  const problems: Problem[] = checkLayout(layout, ['layout']);
  const types = new Map(assessment.fields.map((f) => [f.path, f.type]));
  const columns = fileColumns(
    layout,
    (path) => {
      const type = types.get(path);
      return type && { is: column('r', path), type };
    },
    ['layout'],
    problems,
  );
  const [first] = problems;
  if (first && hasErrors(problems)) throw new AppError(first.code, first.details);
  return columns;
}

/** The relation of the file. Where a column needs JavaScript, recipients are held and their texts rendered first. */
async function prepare(
  connection: Connection,
  recipients: Query,
  columns: readonly FileColumn[],
  layout: MailLayout,
  scratch: Scratch,
  request: ExportRequest,
): Promise<Select> {
  const byHand = columns.filter((c) => c.sql === undefined);
  if (byHand.length === 0) return fileQuery(recipients, undefined, columns, layout);
  await connection.run(`CREATE OR REPLACE TABLE ${ident(scratch.rows)} AS ${printQuery(recipients, duckdb)}`, options(request, 0, 0.05));
  const total = request.waterfall.sent + request.waterfall.seeds;
  await renderRows(connection, scratch, columns, (done) => request.onProgress?.(0.05 + (0.25 * done) / Math.max(1, total)), request.signal);
  const held: Query = {
    kind: 'select',
    columns: ['recipient_id', 'seed', 'country', ...request.assessment.fields.map((f) => f.path)].map((name) => ({
      name,
      is: column('h', name),
    })),
    from: { relation: { kind: 'table', schema: 'main', name: scratch.rows }, alias: 'h' },
  };
  return fileQuery(held, scratch.rendered, columns, layout);
}

async function refuseLosses(connection: Connection, file: Select, columns: readonly FileColumn[], layout: MailLayout): Promise<void> {
  const lossy = lossyRows(file, columns, layout);
  if (!lossy) return;
  const sql = printQuery(lossy, duckdb);
  const page = await connection.query(sql, { limit: 20 });
  if (page.rows === 0) return;
  const count = await connection.query(`SELECT count(*) FROM (${sql}) AS lossy`, { limit: 1 });
  const examples = (page.values[1] ?? []).map(String).join(' · ');
  throw new AppError('mail-characters-lost', { rows: Number(count.values[0]?.[0]), encoding: layout.encoding, examples });
}

async function manifestOf(
  connection: Connection,
  file: Select,
  request: ExportRequest,
  seeds: readonly Seed[],
  written: MailManifest['files'][number],
): Promise<MailManifest> {
  const { waterfall, assessment, campaign } = request;
  const countries = await connection.query(printQuery(countryCounts(file), duckdb), { limit: 100_000 });
  const places =
    seeds.length === 0
      ? undefined
      : await connection.query(printQuery(seedRows(file, request.message.layout), duckdb), { limit: seeds.length });
  const rowOf = new Map((places?.values[0] ?? []).map((recipient, i) => [String(recipient), Number(places?.values[1]?.[i])]));
  const manifest: MailManifest = {
    format: mailManifestFormat,
    campaign: { id: campaign.id, name: campaign.name },
    message: assessment.activity,
    as_of: request.asOf,
    ...(request.sendAt ? { send_at: request.sendAt } : {}),
    counts: { in: waterfall.input, excluded: waterfall.exclusions, seeds: seeds.length, out: written.rows },
    countries: Array.from({ length: countries.rows }, (_, i) => ({
      country: String(countries.values[0]?.[i] ?? ''),
      rows: Number(countries.values[1]?.[i]),
    })),
    layout: request.message.layout,
    files: [written],
    seeds: seeds.map((seed) => ({ id: seed.id, label: seed.label, row: rowOf.get(seedRecipient(assessment, seed)) ?? 0 })),
  };
  if (!balances(manifest)) throw new AppError('mail-unbalanced', { found: written.rows, sent: waterfall.sent, seeds: seeds.length });
  return manifest;
}

/** The manifest comes last: a folder without one holds no finished export. */
async function publish(ctx: MailContext, part: string, dataFile: string, manifestFile: string, manifest: MailManifest): Promise<void> {
  await ctx.files.publish(part, dataFile);
  try {
    await ctx.files.write(manifestFile, `${JSON.stringify(JSON.parse(canonicalJson(manifest)), null, 2)}\n`);
  } catch (error) {
    // The manifest may be there all the same, when the disk failed after it was: it goes first, since it counts.
    await inSpite([manifestFile, dataFile].map((file) => () => ctx.files.remove(file)));
    throw error;
  }
}

function options(request: ExportRequest, from: number, to: number): { signal?: CancelSignal; onProgress: (share: number) => void } {
  return { ...(request.signal ? { signal: request.signal } : {}), onProgress: (share) => request.onProgress?.(from + (to - from) * share) };
}
