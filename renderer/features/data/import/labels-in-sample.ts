import type { DataModel, PersonalLabel } from '../../../../core/model/entity';
import type { FileColumn } from '../../../../core/model/recipe';
import { entityNamed } from '../../../state/reach';

/** Columns that are to become attributes which are labelled already, by what the file calls them and by what they become. */
export function labelsInSample(entity: string, columns: readonly FileColumn[], model: DataModel): Map<string, PersonalLabel> {
  const attributes = entityNamed(model, entity)?.attributes ?? [];
  const labelled = columns.flatMap(({ source, attribute }): [string, PersonalLabel][] => {
    const personal = attributes.find((a) => a.name === attribute)?.personal;
    return personal === undefined ? [] : [source, attribute].map((name) => [name, personal]);
  });
  return new Map(labelled);
}
