import { type Problem, warning } from '../../base/problems';
import { unequalColumns } from '../../flow/combine-rows';
import { findEntity } from '../../segment/population';
import { inputsOf } from '../plan';
import { type Checked, nameOf } from './checked';

/** Added columns with the name of an attribute of the dimension: rules after the activity read the column. */
export function hidingColumns(checked: Checked): Problem[] {
  return checked.campaign.flow.activities.flatMap((activity) => {
    const out = checked.plan.outputs.find((o) => o.activity === activity.id)?.population;
    const entity = out && findEntity(checked.model, out.dimension);
    if (!out || !entity) return [];
    const before = new Set(inputsOf(checked.plan, activity.id).flatMap((input) => input.columns.map((c) => c.name)));
    const hiding = out.columns.filter((c) => !before.has(c.name) && entity.attributes.some((a) => a.name === c.name));
    if (hiding.length === 0) return [];
    const columns = hiding.map((c) => c.name).join(', ');
    return [warning('flow-column-hides', ['activities', activity.id], { activity: nameOf(activity), columns, entity: entity.name })];
  });
}

/** Columns that the inputs of an intersection bring with different types; the first input's stands. */
export function unequalInIntersection(checked: Checked): Problem[] {
  return checked.campaign.flow.activities.flatMap((activity) => {
    if (activity.type !== 'combine' || activity.operation !== 'intersection' || activity.complement) return [];
    return unequalColumns(inputsOf(checked.plan, activity.id)).map(({ column, other }) =>
      warning('flow-column-types', ['activities', activity.id], { column: column.name, type: column.type, other: other.type }),
    );
  });
}
