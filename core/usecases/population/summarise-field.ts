import type { Field, PopulationChoice } from '../../model/population';
import type { ColumnProfile } from '../../model/report';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { chosenMembers } from './choose';
import { fieldValues, measuredAsIs, valueName } from './field-values';
import type { AtMoment } from './members';
import { summarise } from './summarise';

/** Exact figures of one field of a population. @throws AppError `rule-unknown-attribute`, `not-found`, `cancelled` */
export function summariseField(ctx: Context, request: { population: PopulationChoice; field: Field } & AtMoment): Promise<ColumnProfile> {
  return withConnection(ctx, async (connection) => {
    const { population, field, signal } = request;
    const members = await chosenMembers(ctx, connection, population, request);
    const values = await fieldValues(ctx, connection, members, [field], request);
    const columns = values.columns.map((column, i) => ({
      name: field.attribute,
      from: measuredAsIs(values, i),
      value: valueName(i),
      column,
    }));
    const [found] = await summarise(connection, columns, { signal });
    if (!found) throw new Error('a field is one column');
    return found;
  });
}
