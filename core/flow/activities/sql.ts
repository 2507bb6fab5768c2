import { membersSql } from '../../segment/members-sql';
import { keyColumns } from '../../segment/population';
import { report } from '../../segment/scope';
import { bindSql } from '../../segment/written';
import { audiencesIn, withAudiences } from '../../sql/audiences-in-sql';
import { type ActivityKind, type Lowering, passWhen, requireEntity, withComplement } from '../lowering';
import { anyOf } from '../when';
import { populationOfSql } from '../written-sql';

/** One SELECT a person wrote; its inputs are the tables `input`, `input_2`, … */
export const sql: ActivityKind<'sql'> = {
  type: 'sql',
  inputs: { min: 0, max: 9 },
  outputs: () => ['out'],
  async lower(activity, lowering) {
    const entity = requireEntity(lowering, activity.dimension);
    if (!entity) return undefined;
    const inputs = lowering.inputs.map((population, i) => ({ name: i === 0 ? 'input' : `input_${i + 1}`, population }));
    const text = withMembers(activity.sql, lowering);
    const bound = text === undefined ? undefined : bindSql(lowering.compilation, text, [...lowering.place, 'sql']);
    if (text === undefined || !bound) return undefined;
    const when = inputs.length === 0 || anyOf(lowering.along);
    const step = when === true ? 'out' : 'written';
    const written = await populationOfSql(lowering, step, text, { name: entity.name, key: keyColumns(entity) }, inputs, bound);
    if (!written) return undefined;
    const out = passWhen(lowering, 'out', written, when);
    if (!activity.complement) return { out };
    const [input] = lowering.inputs;
    if (input?.dimension === activity.dimension) return withComplement(lowering, activity, input, out);
    return report(lowering.compilation, 'flow-dimension-mismatch', lowering.place, {
      found: input?.dimension ?? '–',
      needed: activity.dimension,
    });
  },
};

/** Saved audiences are tables: `audience.id`. `undefined` after problems were reported. */
function withMembers(sql: string, { compilation, place }: Lowering): string | undefined {
  const members = audiencesIn(sql).map((id) => [id, membersSql(id, compilation, [...place, 'sql'])] as const);
  const found = new Map(members.filter((m): m is readonly [string, string] => m[1] !== undefined));
  return found.size < members.length ? undefined : withAudiences(sql, (id) => found.get(id));
}
