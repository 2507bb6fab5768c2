import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { chmod, chown, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { moveDay } from '../../../core/segment/as-of';
import { textLiteral } from '../../../core/sql/quote';
import { campaignSql } from '../../../core/usecases/campaign/campaign-sql';
import { countCampaign } from '../../../core/usecases/campaign/count-campaign';
import { openWasmEngine } from '../../../electron/host/engine/wasm/open';
import { segment } from '../campaigns';
import { repeat, type Side, type Taken } from '../measure';
import type { Figure, Row } from '../row';
import { forget, type World } from '../world';

const run = promisify(execFile);

/** What the segment reads, with types that PostgreSQL and SQLite both know. */
const tables = {
  customers: 'customer_id text primary key',
  orders: 'customer_id text, ordered_at timestamp, total numeric',
  consents: 'customer_id text, channel text, value text',
  contacts: 'customer_id text, sent_at timestamp',
};
const columnsOf = (definition: string) =>
  definition
    .split(', ')
    .map((c) => c.split(' ')[0])
    .join(', ');

interface Other {
  name: string;
  /** Ours may take this share of its time. */
  aim?: number;
  /** Why it cannot be measured here. */
  open(world: World): Promise<{ count: Side<number>; close(): Promise<void> } | string>;
}

/** The same segment elsewhere: rows loaded and indexed on the customer, the count alone timed. */
export const engines: Row = async (world) => {
  const ours = await repeat({ prepare: () => forget(world), run: () => countCampaign(world.ctx, segment, { asOf: world.asOf.instant }) });
  const rows = ours.last.counts[0]?.rows;
  const figures: Figure[] = [];
  for (const other of [byHand, sqlite, postgres, wasm]) {
    const opened = await other.open(world);
    const row = `segment, against ${other.name}`;
    if (typeof opened === 'string') {
      figures.push({ row, ms: ours.ms, peakMb: ours.peakMb, note: opened });
      continue;
    }
    try {
      const theirs: Taken<number> = await repeat(opened.count, 3);
      if (theirs.last !== rows) throw new Error(`${other.name} counts ${theirs.last}, we ${rows}`);
      const aim = other.aim === undefined ? {} : { aim: other.aim };
      figures.push({ row, ms: ours.ms, baselineMs: theirs.ms, ratio: ours.ms / theirs.ms, ...aim, peakMb: ours.peakMb });
    } finally {
      await opened.close();
    }
  }
  return figures;
};

const since = ({ asOf: { today } }: World) => ({ halfYear: moveDay(today, -180, 'day'), week: moveDay(today, -7, 'day') });

/** What an analyst would write for our engine: each entity read once, and nothing kept. How fast the engine can be at all. */
const byHand: Other = {
  name: 'the best SQL by hand',
  async open(world) {
    const { now } = world.asOf;
    const { halfYear, week } = since(world);
    const within = (column: string, first: string) => `${column} >= TIMESTAMP '${first}' AND ${column} < TIMESTAMP '${now}'`;
    const sql = `SELECT count(*) FROM customers
      SEMI JOIN (SELECT customer_id FROM orders WHERE ${within('ordered_at', halfYear)} AND total >= 30 GROUP BY ALL HAVING count(*) >= 2) USING (customer_id)
      SEMI JOIN (FROM consents WHERE channel = 'email' AND value = 'y') USING (customer_id)
      ANTI JOIN (FROM contacts WHERE ${within('sent_at', week)}) USING (customer_id)`;
    const run = () => world.sql(async (c) => Number((await c.query(sql, { limit: 1 })).values[0]?.[0]));
    return { count: { run }, close: async () => {} };
  },
};

/** Understood by both; text compares as it is. */
function portable(world: World, timestamp: string): string {
  const { now } = world.asOf;
  const { halfYear, week } = since(world);
  return `SELECT count(*) FROM customers c WHERE
  (SELECT count(*) FROM orders o WHERE o.customer_id = c.customer_id AND ordered_at >= ${timestamp} '${halfYear}' AND ordered_at < ${timestamp} '${now}' AND total >= 30) >= 2
  AND EXISTS (SELECT 1 FROM consents s WHERE s.customer_id = c.customer_id AND channel = 'email' AND value = 'y')
  AND NOT EXISTS (SELECT 1 FROM contacts t WHERE t.customer_id = c.customer_id AND sent_at >= ${timestamp} '${week}' AND sent_at < ${timestamp} '${now}')`;
}

/** The entities as plain CSV. */
async function dump(world: World): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  await world.sql(async (c) => {
    for (const [table, definition] of Object.entries(tables)) {
      const file = world.scratch(`${table}.csv`);
      await c.run(`COPY (SELECT ${columnsOf(definition)} FROM ${table}) TO ${textLiteral(file)} (HEADER false)`);
      await chmod(path.dirname(file), 0o755);
      files.set(table, file);
    }
  });
  return files;
}

const indexes = Object.keys(tables)
  .filter((t) => t !== 'customers')
  .map((t) => `CREATE INDEX ${t}_by ON ${t} (customer_id);`);

const sqlite: Other = {
  name: 'SQLite',
  aim: 0.05,
  async open(world) {
    if (!found('sqlite3')) return 'sqlite3 is not installed';
    const file = world.scratch('segment.sqlite');
    const files = await dump(world);
    const load = Object.entries(tables).flatMap(([table, definition]) => [
      `CREATE TABLE ${table} (${definition});`,
      `.import --csv ${files.get(table)} ${table}`,
    ]);
    await feed('sqlite3', [file], [...load, ...indexes, 'ANALYZE;']);
    return {
      count: { run: async () => Number((await run('sqlite3', [file, portable(world, '')])).stdout) },
      close: () => rm(file),
    };
  },
};

const postgres: Other = {
  name: 'PostgreSQL',
  aim: 0.1,
  async open(world) {
    const bin = ['/usr/lib/postgresql/15/bin', '/usr/lib/postgresql/16/bin', '/usr/local/bin'].find((b) => found(path.join(b, 'initdb')));
    if (bin === undefined || !found('psql')) return 'PostgreSQL is not installed';
    const root = process.getuid?.() === 0;
    // PostgreSQL refuses to run as root.
    const who = root ? { uid: idOf('-u'), gid: idOf('-g') } : undefined;
    const folder = world.scratch('pg');
    mkdirSync(folder);
    if (who) await chown(folder, who.uid, who.gid);
    const data = path.join(folder, 'data');
    await run(path.join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'bench', '--locale=C.UTF-8', '-E', 'UTF8'], {
      ...who,
      cwd: folder,
    });
    const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c shared_buffers=1GB -c work_mem=256MB -c fsync=off`;
    await run(path.join(bin, 'pg_ctl'), ['-D', data, '-l', path.join(folder, 'log'), '-w', '-o', settings, 'start'], {
      ...who,
      cwd: folder,
    });
    const psql = (args: string[]) => run('psql', ['-h', folder, '-U', 'bench', '-d', 'postgres', '-qAt', '-v', 'ON_ERROR_STOP=1', ...args]);
    const close = async () => {
      await run(path.join(bin, 'pg_ctl'), ['-D', data, '-m', 'fast', '-w', 'stop'], { ...who, cwd: folder });
    };
    try {
      const files = await dump(world);
      for (const [table, definition] of Object.entries(tables)) {
        await psql(['-c', `CREATE TABLE ${table} (${definition})`, '-c', `\\copy ${table} from '${files.get(table)}' csv`]);
      }
      for (const index of indexes) await psql(['-c', index]);
      await psql(['-c', 'VACUUM ANALYZE']);
    } catch (error) {
      await close();
      throw error;
    }
    return { count: { run: async () => Number((await psql(['-c', portable(world, 'TIMESTAMP')])).stdout) }, close };
  },
};

/** The very SQL that our step runs. */
const wasm: Other = {
  name: 'duckdb-wasm',
  aim: 0.5,
  async open(world) {
    const files = await dump(world);
    const engine = await openWasmEngine();
    const connection = await engine.connect();
    for (const [table, definition] of Object.entries(tables)) {
      const columns = definition
        .split(', ')
        .map((c) => c.split(' '))
        .map(([name, type]) => `'${name}': '${type === 'numeric' ? 'DECIMAL(18,2)' : type === 'timestamp' ? 'TIMESTAMP' : 'VARCHAR'}'`);
      const from = await engine.registerFile(files.get(table) ?? '');
      await connection.run(
        `CREATE TABLE ${table} AS FROM read_csv(${textLiteral(from)}, header = false, auto_detect = false, columns = {${columns.join(', ')}})`,
      );
    }
    const [step] = await campaignSql(world.ctx, segment, { asOf: world.asOf.instant });
    const count = async () => Number((await connection.query(`SELECT count(*) FROM (${step?.sql})`, { limit: 1 })).values[0]?.[0]);
    return { count: { run: count }, close: () => engine.close() };
  },
};

const idOf = (what: string) => Number(execFileSync('id', [what, 'postgres']));

function found(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs a program with these lines as its input. */
function feed(program: string, args: string[], lines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
    child.stdin.end(`${lines.join('\n')}\n`);
  });
}
