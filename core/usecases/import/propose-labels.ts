import type { PersonalLabel } from '../../model/entity';
import { likelyLabel } from '../../model/personal';
import type { ColumnLabel, ColumnMapping } from '../../model/recipe';
import type { Connection } from '../../ports/engine';
import { type Kind, type Measured, measureColumns } from './measure-columns';

/** So many rows tell what a column is about. */
const first = 2000;

const kinds: readonly Kind[] = ['filled', 'email', 'phone'];

/** A name may be that of a product: it is a person's beside what only people have. */
const bareName = /^(name|nombre)$/i;
const onlyOfPeople: ReadonlySet<PersonalLabel> = new Set(['contact', 'birth-date', 'name']);

/** What columns c0… of `table` would be labelled as, by what they are called and by what is in them. */
export async function proposeLabels(connection: Connection, table: string, columns: readonly ColumnMapping[]): Promise<ColumnLabel[]> {
  const asked = columns.flatMap((column, index) => (column.generated || column.ignore ? [] : [{ column, index, kinds }]));
  const measured = await measureColumns(connection, `(FROM ${table} LIMIT ${first})`, asked);
  const found = asked.flatMap(({ column, index }): ColumnLabel[] => {
    const personal = labelOf(column, measured.get(index) ?? {});
    return personal === undefined ? [] : [{ source: column.source, personal }];
  });
  const isBare = ({ source }: ColumnLabel) => bareName.test(source.trim());
  const ofPeople = found.some((label) => onlyOfPeople.has(label.personal) && !isBare(label));
  return ofPeople ? found : found.filter((label) => !isBare(label));
}

function labelOf({ source, type }: ColumnMapping, { filled, email, phone }: Measured): PersonalLabel | undefined {
  const most = (part: Measured[Kind]) => Number(part ?? 0) * 2 > Number(filled ?? 0);
  if (most(email)) return 'contact';
  const likely = likelyLabel(source);
  const isWritten = type === 'text' || type === 'integer';
  switch (likely) {
    // Whether somebody may be written to is no address.
    case 'contact':
      return most(phone) || Number(filled ?? 0) === 0 ? likely : undefined;
    case 'birth-date':
      return type === 'date' || type === 'timestamp' || type === 'text' ? likely : undefined;
    case 'name':
    case 'address':
    case 'identifier':
      return isWritten ? likely : undefined;
    default:
      return undefined;
  }
}
