import type { TriedReading } from '../../../../core/model/data-report';
import type { PersonalLabel } from '../../../../core/model/entity';
import { masked } from '../../../../core/model/personal';

/** The same, without what is personal in the values that are named. */
export function maskedRefusals(tried: TriedReading, labels: ReadonlyMap<string, PersonalLabel>): TriedReading {
  const columns = tried.columns.map((column) => {
    const label = labels.get(column.attribute);
    const { line, value } = column.first;
    return label === undefined || value === null ? column : { ...column, first: { line, value: String(masked(label, value)) } };
  });
  return { ...tried, columns };
}
