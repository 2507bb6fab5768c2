import { throwIfCancelled } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import type { Field, PopulationChoice } from '../../model/population';
import type { AudienceProfile, FieldList } from '../../model/report';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { chosenMembers } from './choose';
import { countGroups } from './count-groups';
import { cutFields, rangeEnds } from './cut-fields';
import { measuredSql, valueName } from './field-values';
import { fieldsOf } from './list-fields';
import type { AtMoment } from './members';
import { isUnique, profileOf } from './profile-field';

import { type SideBySide, sideBySide } from './side-by-side';

export interface ProfileRequest extends AtMoment {
  population: PopulationChoice;
  /** All rows of the entity when absent. */
  base?: PopulationChoice | undefined;
  /** Every attribute, along single-valued links too, when absent. */
  fields?: readonly Field[] | undefined;
  onProgress?: (progress: { done: number; fields: number }) => void;
}

type Listed = FieldList[number];

/** Cells of one scan, so that what is ranked fits into memory. */
const cellsAtOnce = 20_000_000;
const fieldsAtOnce = 16;

/**
 * How a population differs from a base, field by field, what differs most first. Counts are exact; index and z follow from them.
 * @throws AppError `flow-dimension-mismatch`, `rule-unknown-attribute`, `not-found`, `cancelled`
 */
export function profileAgainst(ctx: Context, request: ProfileRequest): Promise<AudienceProfile> {
  return withConnection(ctx, async (connection) => {
    const audience = await chosenMembers(ctx, connection, request.population, request);
    if (audience.file !== undefined) throw new AppError('flow-needs-entity');
    const base = await chosenMembers(ctx, connection, request.base ?? { kind: 'entity', entity: audience.dimension }, request);
    const sides = await sideBySide(ctx, connection, audience, base, request);
    const fields = fieldsAsked(fieldsOf(ctx, { ...base, columns: [] }), request.fields);
    const profile: Pick<AudienceProfile, 'fields' | 'skipped'> = { fields: [], skipped: [] };
    const atOnce = Math.max(1, Math.min(fieldsAtOnce, Math.floor(cellsAtOnce / Math.max(1, base.rows))));
    for (let start = 0; start < fields.length; start += atOnce) {
      throwIfCancelled(request.signal);
      request.onProgress?.({ done: start, fields: fields.length });
      const part = await profileFields(ctx, connection, sides, fields.slice(start, start + atOnce), request);
      profile.fields.push(...part.fields);
      profile.skipped.push(...part.skipped);
    }
    request.onProgress?.({ done: fields.length, fields: fields.length });
    return {
      dimension: audience.dimension,
      asOf: request.asOf,
      ...sides.all,
      fields: profile.fields.toSorted((a, b) => b.strength - a.strength),
      skipped: profile.skipped,
    };
  });
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
  fields: readonly Listed[],
  { fields: chosen, signal }: ProfileRequest,
): Promise<Pick<AudienceProfile, 'fields' | 'skipped'>> {
  const values = await sides.values(fields.map((f) => f.field));
  const from = measuredSql(values);
  const cuttable = values.columns.map((column, i) => ({
    value: valueName(i),
    column,
    identifier: fields[i] !== undefined && isIdentifier(ctx, fields[i]),
    chosen: chosen !== undefined,
  }));
  const cuts = await cutFields(connection, from, cuttable, signal);
  const counted = cuts.flatMap((cut, i) => (cut.kind === 'skip' ? [] : [{ value: valueName(i), cut, index: i }]));
  const groups = counted.length === 0 ? [] : await countGroups(connection, from, counted, signal);
  const ranged = cuts.filter((c) => c.kind === 'ranges');
  const ends = await rangeEnds(connection, ranged);
  const done: Pick<AudienceProfile, 'fields' | 'skipped'> = { fields: [], skipped: [] };
  for (const [i, listed] of fields.entries()) {
    const cut = cuts[i];
    if (!cut || cut.kind === 'skip') {
      done.skipped.push({ field: listed.field, reason: cut?.reason ?? 'many' });
      continue;
    }
    const at = counted.findIndex((c) => c.index === i);
    const own = groups.filter((g) => g.field === at);
    const labels = cut.kind === 'ranges' ? (ends[ranged.indexOf(cut)] ?? []) : [];
    if (chosen === undefined && isUnique(cut, own, sides)) done.skipped.push({ field: listed.field, reason: 'unique' });
    else done.fields.push(profileOf(listed, cut, own, labels, sides));
  }
  return done;
}

/** A number that names rows is no measure of them. */
function isIdentifier(ctx: Context, { entity, field: { attribute } }: Listed): boolean {
  const key = ctx.store.read('entity', entity)?.key.includes(attribute) ?? false;
  const links = ctx.store.list('link');
  const linked = (side: 'from' | 'to') => links.some((l) => l[side] === entity && l.on.some((pair) => pair[side] === attribute));
  return key || linked('from') || linked('to');
}
