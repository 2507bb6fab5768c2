import { type Problem, warning } from '../../base/problems';
import { allColumns, type Column, findEntity } from '../../segment/population';
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

/** Columns that several inputs of a combination bring with different types; the first input's stands. */
export function unequalColumns(checked: Checked): Problem[] {
  return checked.campaign.flow.activities.flatMap((activity) => {
    if (activity.type !== 'combine' || activity.operation === 'exclusion') return [];
    const first = new Map<string, Column>();
    const problems: Problem[] = [];
    for (const column of inputsOf(checked.plan, activity.id).flatMap(allColumns)) {
      const known = first.get(column.name);
      if (!known) first.set(column.name, column);
      else if (known.type !== column.type)
        problems.push(
          warning('flow-column-types', ['activities', activity.id], { column: column.name, type: known.type, other: column.type }),
        );
    }
    return problems;
  });
}
