import { type PersonalLabel, personalLabels } from '../../../../core/model/entity';

const known: ReadonlySet<unknown> = new Set<PersonalLabel>(personalLabels);

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What `personal` says of one value is a label; of the values of a row, their labels by column. */
const says = (personal: unknown): boolean =>
  isFields(personal) ? Object.values(personal).some((label) => known.has(label)) : known.has(personal);

/** Whether a report, or a part of it, tells a value that comes from a labelled attribute. */
export function holdsPersonal(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(holdsPersonal);
  if (!isFields(part)) return false;
  return Object.entries(part).some(([key, inside]) => (key === 'personal' ? says(inside) : holdsPersonal(inside)));
}
