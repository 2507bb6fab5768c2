import type { DataModel } from '../../model/entity';
import { likelyLabel } from '../../model/personal';
import type { Field, PopulationChoice } from '../../model/population';
import type { ListedField } from '../../model/report';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { chosenMembers } from './choose';
import { fieldValues, measuredSql, valueName } from './field-values';
import { fieldsOf } from './list-fields';
import type { AtMoment } from './members';

/** Rows that are looked at: enough to tell a kind of thing from a name of one. */
const looked = 20_000;
const fieldsLooked = 100;

/**
 * The field whose distribution says most at a glance: of the population's own columns and its entity's attributes the one with the
 * fewest values, of which there are two at least. What names rows or people never is; `null` where nothing else is there.
 */
export function tellingField(ctx: Context, request: { population: PopulationChoice } & AtMoment): Promise<Field | null> {
  return withConnection(ctx, async (connection) => {
    const members = await chosenMembers(ctx, connection, request.population, request);
    const fields = candidates(modelOf(ctx), fieldsOf(ctx, members)).slice(0, fieldsLooked);
    if (fields.length === 0) return null;
    const asked = fields.map((f) => f.field);
    const { select } = await fieldValues(ctx, connection, members, asked, request);
    const sql = measuredSql({ select: { ...select, limit: looked } });
    const counts = fields.map((_, i) => `count(DISTINCT ${valueName(i)})`);
    const { signal } = request;
    const page = await connection.query(`SELECT ${counts.join(', ')} FROM ${sql}`, { limit: 1, ...(signal ? { signal } : {}) });
    const counted = asked.map((field, i) => ({ field, distinct: Number(page.values[i]?.[0] ?? 0) }));
    const telling = counted.filter(({ distinct }) => distinct > 1).toSorted((a, b) => a.distinct - b.distinct);
    return (telling[0] ?? counted[0])?.field ?? null;
  });
}

/** What may say something: nobody's name, and no row's. */
function candidates(model: DataModel, fields: readonly ListedField[]): ListedField[] {
  const names = new Set([
    ...model.entities.flatMap((e) => e.key.map((attribute) => JSON.stringify([e.name, attribute]))),
    ...model.links.flatMap((l) => l.on.flatMap((pair) => [JSON.stringify([l.from, pair.from]), JSON.stringify([l.to, pair.to])])),
  ]);
  return fields.filter(
    ({ field, entity, origin, type, personal }) =>
      origin !== 'key' &&
      field.path === undefined &&
      type !== 'list' &&
      personal === undefined &&
      likelyLabel(field.attribute) === undefined &&
      !(origin === 'attribute' && names.has(JSON.stringify([entity, field.attribute]))),
  );
}
