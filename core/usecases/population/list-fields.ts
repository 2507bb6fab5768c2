import type { PopulationChoice } from '../../model/population';
import type { FieldList } from '../../model/report';
import { attributeColumn, type Column, fileRows, findEntity, findHop, hopNames } from '../../segment/population';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { chosenMembers } from './choose';
import type { AtMoment, Members } from './members';

/** Links that a field may be away. */
const farthest = 3;

/** What can be asked of a population: its key and columns, then attributes, then those along single-valued links, near ones first. */
export function listFields(ctx: Context, request: { population: PopulationChoice } & AtMoment): Promise<FieldList> {
  return withConnection(ctx, async (connection) => fieldsOf(ctx, await chosenMembers(ctx, connection, request.population, request)));
}

export function fieldsOf(ctx: Context, { dimension, key, columns, file }: Members): FieldList {
  const model = modelOf(ctx);
  const own = [...key, ...columns];
  const fields = own.map((c, i) => listed([], dimension, c, i < key.length ? 'key' : 'column'));
  const start = file === undefined ? findEntity(model, dimension) : fileRows;
  let reached = start ? [{ path: [] as string[], entity: start, seen: [start.name] }] : [];
  for (let far = 0; far <= farthest; far++) {
    for (const { path, entity } of reached) {
      const hidden = path.length === 0 ? own.map((c) => c.name) : [];
      fields.push(
        ...entity.attributes
          .filter((a) => !hidden.includes(a.name))
          .map((a) => listed(path, entity.name, attributeColumn(entity, a.name), 'attribute')),
      );
    }
    reached = reached.flatMap(({ path, entity, seen }) =>
      hopNames(model, entity.name).flatMap((name) => {
        const hop = findHop(model, entity.name, name);
        // A way back would repeat what is known.
        if (!hop?.single || seen.includes(hop.target.name)) return [];
        return [{ path: [...path, name], entity: hop.target, seen: [...seen, hop.target.name] }];
      }),
    );
  }
  return fields;
}

function listed(
  path: string[],
  entity: string,
  { name, type, scale, personal }: Column,
  origin: FieldList[number]['origin'],
): FieldList[number] {
  const field = { ...(path.length > 0 ? { path } : {}), attribute: name };
  return { field, entity, type, ...(scale === undefined ? {} : { scale }), ...(personal === undefined ? {} : { personal }), origin };
}
