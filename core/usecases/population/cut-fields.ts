import { z } from 'zod';
import type { Cell } from '../../model/value';
import type { Connection, StatementOptions } from '../../ports/engine';
import type { Column } from '../../segment/population';
import { beginnings, finite, isOrdered, type OnLine, type Ordered, orderedTypes, type Place, placeFrom, placeOf, valueAt } from './bins';

/** Ranges of about equal rows in the base. */
const ranges = 10;
/** A number or a day with at most this many values is told by value. */
const fewValues = 20;
/** A text with more values than this, by estimate, tells nothing about groups. */
const manyValues = 100_000;

/** A whole place as text, of which no digit is lost. */
const place = z.union([z.string(), z.number()]);

/** How a field is cut into groups. */
export const cut = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('skip'), reason: z.enum(['many', 'list']) }),
  z.strictObject({ kind: z.literal('values') }),
  z.strictObject({
    kind: z.literal('ranges'),
    line: z.strictObject({ type: z.enum(orderedTypes), scale: z.number().int().optional() }),
    low: place,
    ends: z.array(place),
  }),
]);
export type Cut = z.infer<typeof cut>;
export type Ranges = Extract<Cut, { kind: 'ranges' }>;

/** A field to be cut: its column, and whether it is one that names rows. */
export interface Cuttable {
  value: string;
  column: Column;
  identifier: boolean;
  /** It was asked for by name and is not left out. */
  chosen: boolean;
  /** Rows of the entity it is an attribute of: it has no more values than that, and as many where it is the key. */
  most: number;
  isKey: boolean;
}

/** Rows of the base as SQL that can stand in FROM. */
export interface Cuttables {
  all: string;
  /** All that differ, each as often as it likes. */
  different: string;
  /** One of `every` row, and one of `every` block of them, of which many more are read in the same time. */
  sample?: { rows: string; blocks?: string | undefined; every: number } | undefined;
}

/** What is known of the values of a field: about how many there are, and the places of the shares. */
interface Guess {
  distinct: number;
  places: Cell[] | undefined;
}

/**
 * Finds how to cut each field from the rows of the base, or from a sample of them: ranges then begin and end where those of the sample do,
 * but from the lowest to the highest of all. The number of different values is estimated where it is not known, which decides how a field
 * is cut but is never told.
 */
export async function cutFields(
  connection: Connection,
  base: Cuttables,
  fields: readonly Cuttable[],
  signal?: StatementOptions['signal'],
): Promise<Cut[]> {
  const options = { limit: 1, ...(signal ? { signal } : {}) };
  const inBlocks = (field: Cuttable) => base.sample?.blocks !== undefined && !isRanked(field);
  const [byRows, byBlocks] = [fields.filter((f) => !inBlocks(f)), fields.filter(inBlocks)];
  const found = new Map([
    ...(await guessed(connection, base.sample?.rows ?? base.all, byRows, options)),
    ...(await guessed(connection, base.sample?.blocks ?? '', byBlocks, options)),
  ]);
  const guesses = fields.map((field): Guess => found.get(field) ?? { distinct: field.most, places: undefined });
  const known = base.sample ? await completed(connection, base.different, base.sample.every, fields, guesses, options) : guesses;
  return fields.map((field, i) => cutOf(field, known[i]));
}

async function guessed(
  connection: Connection,
  from: string,
  fields: readonly Cuttable[],
  options: StatementOptions & { limit: number },
): Promise<[Cuttable, Guess][]> {
  const shares = Array.from({ length: ranges + 1 }, (_, i) => i / ranges).join(', ');
  const asked = fields.flatMap((field) => [
    isEstimated(field) ? estimated(field) : 'NULL',
    isRanked(field) ? `quantile_disc(${placed(field)}, [${shares}]) ${finitely(field)}` : 'NULL',
  ]);
  if (asked.every((a) => a === 'NULL')) return [];
  const page = await connection.query(`SELECT ${asked.join(', ')} FROM ${from}`, options);
  return fields.map((field, i) => {
    const places = page.values[2 * i + 1]?.[0];
    const distinct = isEstimated(field) ? Number(page.values[2 * i]?.[0] ?? 0) : field.most;
    return [field, { distinct, places: Array.isArray(places) ? places : undefined }];
  });
}

/** What a sample cannot tell: how many values there are where it matters, and which are the lowest and the highest. */
async function completed(
  connection: Connection,
  from: string,
  every: number,
  fields: readonly Cuttable[],
  guesses: readonly Guess[],
  options: StatementOptions & { limit: number },
): Promise<Guess[]> {
  const asked = fields.flatMap((field, i) => {
    const distinct = guesses[i]?.distinct ?? 0;
    // A sample misses few of the values that there are many rows of.
    const ranked = isRanked(field) && distinct > fewValues / 2;
    const open = ranked ? distinct <= fewValues : !isRanked(field) && distinct <= manyValues && distinct * every > manyValues;
    return [
      open && isEstimated(field) ? estimated(field) : 'NULL',
      ...(ranked ? ['min', 'max'].map((end) => `${end}(${placed(field)}) ${finitely(field)}`) : ['NULL', 'NULL']),
    ];
  });
  if (asked.every((a) => a === 'NULL')) return [...guesses];
  const page = await connection.query(`SELECT ${asked.join(', ')} FROM ${from}`, options);
  return guesses.map((guess, i) => {
    const [distinct = null, low = null, high = null] = [0, 1, 2].map((n) => page.values[3 * i + n]?.[0] ?? null);
    const inner = guess.places?.slice(1, -1) ?? [high];
    return { distinct: distinct === null ? guess.distinct : Number(distinct), places: low === null ? guess.places : [low, ...inner, high] };
  });
}

const estimated = ({ value }: Cuttable) => `approx_count_distinct(${value})`;
const placed = ({ value, column }: Cuttable & { column: Ordered }) => placeOf(value, column);
const finitely = ({ value, column }: Cuttable & { column: Ordered }) => `FILTER (WHERE ${finite(value, column)})`;

function isRanked(field: Cuttable): field is Cuttable & { column: Ordered } {
  return isOrdered(field.column) && !field.identifier;
}

/** Fewer values than matter need not be counted. */
function isEstimated(field: Cuttable): boolean {
  if (field.isKey || field.column.type === 'list' || field.column.type === 'boolean') return false;
  return field.most > (isRanked(field) ? fewValues : manyValues);
}

function cutOf({ column, chosen }: Cuttable, guess: Guess | undefined): Cut {
  if (column.type === 'list') return { kind: 'skip', reason: 'list' };
  const { distinct, places: found } = guess ?? { distinct: 0, places: undefined };
  if (found && isOrdered(column) && distinct > fewValues) {
    const places = found.map((p) => (column.type === 'number' ? Number(p) : String(p)));
    const [low = 0] = places;
    const { type, scale } = column;
    return { kind: 'ranges', line: { type, ...(scale === undefined ? {} : { scale }) }, low, ends: [...new Set(places.slice(1))] };
  }
  return distinct > manyValues && column.type !== 'boolean' && !chosen ? { kind: 'skip', reason: 'many' } : { kind: 'values' };
}

export const endsOf = ({ line, ends }: Ranges): Place[] => ends.map((end) => placeFrom(end, line));

/** The ends of every range of every field, as values. */
export async function rangeEnds(connection: Connection, cuts: readonly Ranges[]): Promise<{ from: Cell; to: Cell }[][]> {
  if (cuts.length === 0) return [];
  const list = (places: readonly Place[], line: OnLine) => `[${places.map((p) => valueAt(p, line)).join(', ')}]`;
  const asked = cuts.flatMap((cut) => [list(beginnings(placeFrom(cut.low, cut.line), endsOf(cut)), cut.line), list(endsOf(cut), cut.line)]);
  const page = await connection.query(`SELECT ${asked.join(', ')}`, { limit: 1 });
  return cuts.map(({ ends }, i) => {
    const [froms, tos] = [page.values[2 * i]?.[0], page.values[2 * i + 1]?.[0]];
    return ends.map((_, n) => ({
      from: (Array.isArray(froms) ? froms[n] : null) ?? null,
      to: (Array.isArray(tos) ? tos[n] : null) ?? null,
    }));
  });
}
