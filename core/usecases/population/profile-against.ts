import { z } from 'zod';
import { throwIfCancelled } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import { canonicalJson } from '../../base/hashing';
import { unreachable } from '../../base/never';
import type { Field, PopulationChoice } from '../../model/population';
import { type AudienceProfile, audienceProfile, type FieldList } from '../../model/report';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { keptFigures, type Sort } from '../kept-figures';
import { withConnection } from '../with-connection';
import { chosenMembers } from './choose';
import { type CountedSources, countGroups } from './count-groups';
import { type Cut, type Cuttable, type Cuttables, cut, cutFields, rangeEnds } from './cut-fields';
import { type FieldValues, measuredAsIs, measuredSql, valueName } from './field-values';
import { fieldsOf } from './list-fields';
import { type AtMoment, isWhole, type Members } from './members';
import { isUnique, profileOf } from './profile-field';
import { type Apart, inBase, type SideBySide, sideBySide } from './side-by-side';

export interface ProfileRequest extends AtMoment {
  population: PopulationChoice;
  /** All rows of the entity when absent. */
  base?: PopulationChoice | undefined;
  /** Every attribute, along single-valued links too, when absent. */
  fields?: readonly Field[] | undefined;
  /** `profile` is what is counted so far. */
  onProgress?: (progress: { done: number; fields: number; profile: AudienceProfile }) => void;
}

type Listed = FieldList[number];

/** Cells of one scan, so that what is ranked fits into memory. */
const cellsAtOnce = 20_000_000;
/** The first few are told while the others are counted. */
const firstAtOnce = 4;
const fieldsAtOnce = 16;

/**
 * How a population differs from a base, field by field, what differs most first; counted once for each state of the data. Counts are
 * exact; index and z follow from them.
 * @throws AppError `flow-dimension-mismatch`, `rule-unknown-attribute`, `not-found`, `cancelled`
 */
export function profileAgainst(ctx: Context, request: ProfileRequest): Promise<AudienceProfile> {
  return withConnection(ctx, async (connection) => {
    const audience = await chosenMembers(ctx, connection, request.population, request);
    if (audience.file !== undefined) throw new AppError('flow-needs-entity');
    const base = await chosenMembers(ctx, connection, request.base ?? { kind: 'entity', entity: audience.dimension }, request);
    // The name of a worktable says what is in it.
    const tables = [audience, base].map(({ table, rows }) => [table.schema, table.name, rows]);
    const asked = { sort: profiles, ...ofAll(ctx, [tables, request.fields ?? null]) };
    const found = await keptFigures(ctx, asked, () => profiled(ctx, connection, audience, base, request));
    return { ...found, asOf: request.asOf };
  });
}

const profiles: Sort<AudienceProfile> = { name: 'audience', schema: audienceProfile };
const cuts: Sort<Cut[]> = { name: 'cuts', schema: z.array(cut) };

/** Of all data, and of the links that fields are found along. */
function ofAll(ctx: Context, asked: unknown) {
  const entities = ctx.store.list('entity').map((e) => e.name);
  return { key: canonicalJson([asked, ctx.store.list('link')]), entities };
}

async function profiled(
  ctx: Context,
  connection: Connection,
  audience: Members,
  base: Members,
  request: ProfileRequest,
): Promise<AudienceProfile> {
  const sides = await sideBySide(ctx, connection, audience, base, request);
  const fields = fieldsAsked(fieldsOf(ctx, { ...base, columns: [] }), request.fields);
  const atOnce = Math.max(1, Math.min(fieldsAtOnce, Math.floor(cellsAtOnce / Math.max(1, base.rows))));
  const found: AudienceProfile = { dimension: audience.dimension, asOf: request.asOf, ...sides.all, fields: [], skipped: [] };
  let done = 0;
  const tell = () => request.onProgress?.({ done, fields: fields.length, profile: { ...found } });
  tell();
  for (const batch of batchesOf(fields, atOnce)) {
    throwIfCancelled(request.signal);
    const part = await profileFields(ctx, connection, sides, base, batch, request);
    found.fields = [...found.fields, ...part.fields].toSorted((a, b) => b.strength - a.strength);
    found.skipped = [...found.skipped, ...part.skipped];
    done += batch.length;
    tell();
  }
  return found;
}

/** Some of the first before all others, and those of the entity itself and those along each link by themselves. */
function batchesOf(fields: readonly Listed[], atOnce: number): Listed[][] {
  const linkOf = ({ field }: Listed) => field.path?.[0];
  const batches: Listed[][] = [];
  for (const part of [...new Set(fields.map(linkOf))].map((link) => fields.filter((f) => linkOf(f) === link)))
    for (let start = 0; start < part.length; ) {
      const end = start + Math.min(batches.length === 0 ? firstAtOnce : atOnce, atOnce);
      batches.push(part.slice(start, end));
      start = end;
    }
  return batches;
}

function fieldsAsked(known: readonly Listed[], asked: readonly Field[] | undefined): Listed[] {
  if (!asked) return [...known];
  const named = ({ path = [], attribute }: Field) => [...path, attribute].join(' › ');
  return asked.map((field) => {
    const found = known.find((k) => named(k.field) === named(field));
    if (found) return found;
    const entity = known[0]?.entity ?? '';
    throw new AppError('rule-unknown-attribute', { attribute: named(field), entity, known: known.map((k) => named(k.field)).join(', ') });
  });
}

async function profileFields(
  ctx: Context,
  connection: Connection,
  sides: SideBySide,
  base: Members,
  fields: readonly Listed[],
  { fields: chosen, signal }: ProfileRequest,
): Promise<Pick<AudienceProfile, 'fields' | 'skipped'>> {
  const asked = fields.map((f) => f.field);
  const apart = await sides.apart?.(asked);
  const values = apart?.kind === 'each' ? apart.base : await sides.values(asked);
  const cuttable = fields.map((listed, i): Cuttable => {
    const column = values.columns[i];
    if (!column) throw new Error('a field is one column');
    return {
      value: valueName(i),
      column,
      identifier: isIdentifier(ctx, listed),
      chosen: chosen !== undefined,
      ...valuesOf(ctx, listed, base),
    };
  });
  const ofBase = apart ? measuredSql(apart.base) : `${measuredSql(values)} WHERE ${inBase}`;
  const sample = apart?.sample && sampleSql(apart.sample);
  const all = apart?.kind === 'grouped' ? measuredSql(values) : ofBase;
  const measure = () => cutFields(connection, { all, different: ofBase, sample }, cuttable, signal);
  // How an entity is cut says nothing of the audience.
  const found = isWhole(base)
    ? await keptFigures(ctx, { sort: cuts, ...ofAll(ctx, [base.dimension, fields, cuttable]) }, measure)
    : await measure();
  const counted = found.flatMap((cut, i) => {
    const column = values.columns[i];
    return cut.kind === 'skip' || !column ? [] : [{ value: valueName(i), column, cut, index: i }];
  });
  const groups = counted.length === 0 ? [] : await countGroups(connection, sourcesOf(apart, values, counted), counted, signal);
  const ranged = found.filter((c) => c.kind === 'ranges');
  const ends = await rangeEnds(connection, ranged);
  const done: Pick<AudienceProfile, 'fields' | 'skipped'> = { fields: [], skipped: [] };
  for (const [i, listed] of fields.entries()) {
    const cut = found[i];
    if (!cut || cut.kind === 'skip') {
      done.skipped.push({ field: listed.field, reason: cut?.reason ?? 'many' });
      continue;
    }
    const at = counted.findIndex((c) => c.index === i);
    const mine = groups.filter((g) => g.field === at);
    const labels = cut.kind === 'ranges' ? (ends[ranged.indexOf(cut)] ?? []) : [];
    if (chosen === undefined && isUnique(cut, mine, sides)) done.skipped.push({ field: listed.field, reason: 'unique' });
    else done.fields.push(profileOf(listed, cut, mine, labels, sides));
  }
  return done;
}

function sampleSql({ rows, blocks, every }: Required<Apart>['sample']): Cuttables['sample'] {
  return { rows: measuredSql(rows), blocks: blocks && measuredSql(blocks), every };
}

function sourcesOf(apart: Apart | undefined, values: FieldValues, counted: readonly { index: number }[]): CountedSources {
  switch (apart?.kind) {
    case undefined:
      return { kind: 'together', from: measuredSql(values) };
    case 'each':
      return { kind: 'each', base: counted.map(({ index }) => measuredAsIs(apart.base, index)), audience: measuredSql(apart.audience) };
    case 'grouped':
      return { kind: 'grouped', from: measuredSql(apart.base), ofBase: apart.ofBase, ofAudience: apart.ofAudience };
    default:
      return unreachable(apart);
  }
}

/** A row of the base reads one row of the entity, and no two read the same one where the entity is its own. */
function valuesOf(ctx: Context, { entity, field: { path = [], attribute } }: Listed, base: Members): Pick<Cuttable, 'most' | 'isKey'> {
  const owner = findDocument(ctx, 'entity', entity);
  const isKey = path.length === 0 && owner.key.length === 1 && owner.key[0] === attribute;
  return { most: Math.min(owner.rows, base.rows), isKey };
}

/** A number that names rows is no measure of them. */
function isIdentifier(ctx: Context, { entity, field: { attribute } }: Listed): boolean {
  const key = ctx.store.read('entity', entity)?.key.includes(attribute) ?? false;
  const links = ctx.store.list('link');
  const linked = (side: 'from' | 'to') => links.some((l) => l[side] === entity && l.on.some((pair) => pair[side] === attribute));
  return key || linked('from') || linked('to');
}
