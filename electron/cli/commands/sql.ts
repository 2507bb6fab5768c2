import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { AppError } from '../../../core/base/errors';
import type { ExportFormat } from '../../../core/ports/engine';
import { exportSql } from '../../../core/usecases/sql/export-sql';
import { querySql } from '../../../core/usecases/sql/query-sql';
import { type NewEntity, saveSqlEntity } from '../../../core/usecases/sql/save-entity';
import type { HostContext } from '../../host/context';
import { layout } from '../../host/workspace/layout';
import { WrongUsage } from '../exit';
import { asOfOption, described, engineOption, type MomentOptions, names, wholeNumber } from '../options';
import { countOf } from '../output';
import { type Io, type Outcome, perform } from '../perform';
import { readText } from '../read-json';
import { rowsDocument, rowsText } from '../rows';
import { momentOf, withWorkspace } from '../with-workspace';

const formats = {
  csv: { kind: 'csv', delimiter: ',', header: true, lineEnd: 'lf' },
  json: { kind: 'ndjson', gzip: false },
  parquet: { kind: 'parquet' },
} as const satisfies Record<string, ExportFormat>;
type FileFormat = keyof typeof formats;

interface SqlOptions extends MomentOptions {
  file?: string;
  format?: FileFormat | 'table';
  out?: string;
  overwrite?: true;
  entity?: string;
  key?: string[];
  limit: number;
  offset: number;
}

export function addSql(program: Command): void {
  described(program.command('sql'), 'read the entities with one SELECT')
    .argument('<workspace>')
    .argument('[query]')
    .option('-f, --file <file>', 'read the query from a file')
    .addOption(
      new Option('--format <format>', 'csv, json (one object per line) and parquet hold all rows').choices([
        'table',
        ...Object.keys(formats),
      ]),
    )
    .option('--out <file>', 'write all rows to a file')
    .option('--overwrite', 'replace the file when it exists, or the query of the entity')
    .option('--entity <name>', 'make an entity of all rows, which `refresh` computes again; needs --key')
    .option('--key <a,b>', 'the columns that name a row of the entity', names)
    .option('--limit <n>', 'table: how many rows', wholeNumber(1, 2000), 100)
    .option('--offset <n>', 'table: how many rows to pass over', wholeNumber(0, Number.MAX_SAFE_INTEGER), 0)
    .addOption(asOfOption())
    .addOption(engineOption())
    .action((folder: string, query: string | undefined, options: SqlOptions) =>
      perform(options, async (io) => {
        const format = options.format ?? formatOf(options.out);
        checkUsage(format, query, options);
        const sql = options.file === undefined ? (query ?? '') : await readText(options.file);
        if (options.out !== undefined && !options.overwrite) await refuseExisting(resolve(options.out));
        const { entity, key } = options;
        return withWorkspace(folder, options, io, (ctx) => {
          if (entity !== undefined && key !== undefined)
            return make(ctx, sql, { name: entity, key, replace: options.overwrite }, options, io);
          return format === 'table' ? show(ctx, sql, options, io) : write(ctx, sql, format, options, io);
        });
      }),
    );
}

function formatOf(out: string | undefined): FileFormat | 'table' {
  if (out === undefined) return 'table';
  if (/\.parquet$/i.test(out)) return 'parquet';
  return /\.(json|ndjson|jsonl)$/i.test(out) ? 'json' : 'csv';
}

function checkUsage(format: FileFormat | 'table', query: string | undefined, options: SqlOptions): void {
  if ((query === undefined) === (options.file === undefined)) throw new WrongUsage('give a query, or a file with -f');
  if ((options.entity === undefined) !== (options.key === undefined)) throw new WrongUsage('--entity and --key go together');
  if (options.entity !== undefined && (options.out ?? options.format) !== undefined)
    throw new WrongUsage('--entity keeps the rows; --out and --format write them elsewhere');
  if (format === 'table' && options.out !== undefined) throw new WrongUsage('--out takes --format csv, json or parquet');
  if (format === 'parquet' && options.out === undefined) throw new WrongUsage('--format parquet needs --out');
  if (format !== 'table' && options.out === undefined && options.json)
    throw new WrongUsage('--json prints the rows itself; with --format it needs --out');
}

async function show(ctx: HostContext, sql: string, options: SqlOptions, io: Io): Promise<Outcome> {
  const { offset, limit } = options;
  const onProgress = (share: number) => io.progress.show('Querying', share);
  const page = await querySql(ctx, { sql, asOf: momentOf(options), offset, limit, signal: io.signal, onProgress });
  return { kind: 'rows', document: rowsDocument(page), text: rowsText(page) };
}

async function make(ctx: HostContext, sql: string, entity: NewEntity, options: SqlOptions, io: Io): Promise<Outcome> {
  const onProgress = (share: number) => io.progress.show('Querying', share);
  const made = await saveSqlEntity(ctx, { sql, asOf: momentOf(options), signal: io.signal, onProgress }, entity);
  return { kind: 'sql-entity', document: { entity: made }, text: `${made.name} has ${countOf(made.rows, 'row')}` };
}

async function write(ctx: HostContext, sql: string, format: FileFormat, options: SqlOptions, io: Io): Promise<Outcome> {
  const file = options.out === undefined ? ctx.files.resolve(`${layout.scratch}/rows-${randomUUID()}`) : resolve(options.out);
  try {
    const rows = await exportSql(ctx, {
      sql,
      asOf: momentOf(options),
      file,
      format: formats[format],
      signal: io.signal,
      onProgress: (share) => io.progress.show('Querying', share),
    });
    io.progress.clear();
    if (options.out === undefined) await pipeline(createReadStream(file), process.stdout, { end: false });
    const { size } = await stat(file);
    return {
      kind: 'file',
      document: { file, fileFormat: format, rows, bytes: size },
      text: options.out === undefined ? '' : `Wrote ${countOf(rows, 'row')} to ${file}`,
    };
  } finally {
    if (options.out === undefined) await rm(file, { force: true });
  }
}

async function refuseExisting(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found) throw new AppError('file-exists', { file });
}
