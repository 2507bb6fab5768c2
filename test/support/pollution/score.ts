import { isAppError } from '../../../core/base/errors';
import { dice } from '../../../core/sample/random';
import { ident } from '../../../core/sql/quote';
import { type ImportBench, load, rejects, rows } from '../import';
import type { Kind } from './kinds';
import { type Plan, plan, write } from './plan';
import { people } from './table';

/** Shares of what came out right, from 0 to 1. */
export interface Score {
  cells: number;
  records: number;
  header: number;
  /** What went wrong first. */
  wrong?: string;
}

export function spoiled(kinds: readonly Kind[], seed: string, size: number): Plan {
  const random = dice(seed);
  let made = plan(people(random, size));
  for (const kind of kinds) made = kind.spoil(made, random);
  return made;
}

/** Loads the file as proposed and compares what is in the entity with what was written. */
export async function score(bench: ImportBench, p: Plan): Promise<Score> {
  const { bytes, lines } = write(p);
  try {
    const { recipe } = await load(bench, p.name, bytes);
    const columns = recipe.columns.filter((c) => !c.ignore && c.generated === undefined);
    const list = columns.map((c) => `CAST(${ident(c.attribute)} AS VARCHAR)`).join(', ');
    const loaded = (await rows(bench, `SELECT ${list} FROM main.${ident(recipe.entity)} ORDER BY rowid`)).map((r) =>
      r.map((v) => String(v ?? '')),
    );
    const refused = new Set((await rejects(bench, recipe.entity)).map((r) => Number(r[0])));
    return compare(p, lines, { names: columns.map((c) => c.attribute), loaded, refused });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { cells: 0, records: 0, header: 0, wrong: `${error.code} ${JSON.stringify(error.details)}` };
  }
}

interface Outcome {
  names: string[];
  loaded: string[][];
  refused: ReadonlySet<number>;
}

function compare(p: Plan, lines: readonly number[], { names, loaded, refused }: Outcome): Score {
  const byId = new Map(loaded.map((r) => [String(r[0]), r]));
  let wrong: string | undefined;
  let cells = 0;
  let records = 0;
  const width = p.table.names.length;
  for (const [n, row] of p.table.rows.entries()) {
    const found = byId.get(row.cells[0] ?? '');
    const there = found ? row.cells.filter((_, c) => isRight(row.cells[c] ?? '', row.means?.[c], String(found[c] ?? ''))).length : 0;
    const whole = found !== undefined && there === width && found.length === width;
    const onLine = refused.has(lines[n] ?? 0);
    const right = row.fate === 'load' ? whole && !onLine : row.fate === 'reject' ? !found && onLine : whole !== (!found && onLine);
    cells += right ? width : row.fate === 'reject' ? 0 : there;
    if (right) records += 1;
    else
      wrong ??= `line ${lines[n]}: ${row.fate} ${JSON.stringify(row.raw ?? row.cells)} came as ${JSON.stringify(found)}${onLine ? ' and refused' : ''}`;
  }
  const extra = loaded.length - p.table.rows.filter((r) => byId.has(r.cells[0] ?? '')).length;
  if (extra > 0)
    wrong ??= `${extra} records that were not written, as ${JSON.stringify(loaded.find((r) => !p.table.rows.some((w) => w.cells[0] === r[0])))}`;
  const header =
    p.expected === undefined
      ? Number(names.length === width)
      : share(p.expected.filter((name, c) => names[c] === name).length, Math.max(width, names.length));
  if (header < 1) wrong ??= `names ${JSON.stringify(names)}`;
  const total = p.table.rows.length + extra;
  return { cells: share(cells, total * width), records: share(records, total), header, ...(wrong === undefined ? {} : { wrong }) };
}

function isRight(text: string, means: string | undefined, found: string): boolean {
  if (found === text || found === means) return true;
  const wanted = means ?? text;
  return means !== undefined || /^\d+(\.\d+)?$/.test(text) ? isSameNumber(wanted, found) : false;
}

/** Zeros at the end of a fraction are no difference; zeros at the start are. */
function isSameNumber(a: string, b: string): boolean {
  const bare = (text: string) => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);
  return bare(a) === bare(b);
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
