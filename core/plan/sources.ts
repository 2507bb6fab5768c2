import type { DataModel } from '../model/entity';
import { entityTable } from '../segment/population';
import { type Query, type Table, tablesOf, writtenIn } from '../sql/query';
import { worktableSchema } from './plan';

/** Tables with data that a query reads. Of what a person wrote, every entity whose name it holds. */
export function sourcesOf(query: Query, model: DataModel): Table[] {
  const written = writtenIn(query).join('\n').toLowerCase();
  const named = model.entities.filter((e) => written.includes(e.name.toLowerCase())).map((e) => entityTable(e.name));
  const all = [...tablesOf(query).filter((t) => t.schema !== worktableSchema), ...named];
  return [...new Map(all.map((t) => [`${t.schema}.${t.name}`, t])).values()];
}
