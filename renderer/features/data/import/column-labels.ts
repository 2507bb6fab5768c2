import type { DataModel, Labelling, PersonalLabel } from '../../../../core/model/entity';
import type { ColumnLabel, FileColumn } from '../../../../core/model/recipe';
import { entityNamed } from '../../../state/reach';

/** What columns are labelled as by a person, by what the file calls them; null for nothing. */
export type ChosenLabels = ReadonlyMap<string, PersonalLabel | null>;

interface Known {
  entity: string;
  model: DataModel;
  proposed: readonly ColumnLabel[];
  chosen: ChosenLabels;
}

/** What an attribute is to be labelled as: as a person says, else as it is where it was loaded before, else as is proposed. */
export function labelOf({ source, attribute }: FileColumn, { entity, model, proposed, chosen }: Known): PersonalLabel | undefined {
  const said = chosen.get(source);
  if (said !== undefined) return said ?? undefined;
  const before = entityNamed(model, entity);
  const known = before?.attributes.find((a) => a.name === attribute);
  if (known?.personal !== undefined || (known && before?.loadedAt !== undefined)) return known.personal;
  return proposed.find((label) => label.source === source)?.personal;
}

export function labellings(columns: readonly FileColumn[], known: Known): Labelling[] {
  const taken = columns.filter((column) => !column.ignore);
  return taken.map((column) => ({ attribute: column.attribute, personal: labelOf(column, known) ?? null }));
}

/** Columns that are to become attributes which are labelled already, by what the file calls them and by what they become. */
export function labelsInSample(entity: string, columns: readonly FileColumn[], model: DataModel): Map<string, PersonalLabel> {
  const attributes = entityNamed(model, entity)?.attributes ?? [];
  const labelled = columns.flatMap(({ source, attribute }): [string, PersonalLabel][] => {
    const personal = attributes.find((a) => a.name === attribute)?.personal;
    return personal === undefined ? [] : [source, attribute].map((name) => [name, personal]);
  });
  return new Map(labelled);
}
