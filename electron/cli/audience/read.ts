import type { PopulationChoice } from '../../../core/model/population';
import type { RowsPage } from '../../../core/model/report';
import { countAudience } from '../../../core/usecases/audience/count-audience';
import { fieldName, readPopulation } from '../../../core/usecases/population/read-population';
import { count } from '../output';
import type { Outcome } from '../perform';
import { rowsDocument, rowsText } from '../rows';
import { type Asked, fieldsNamed, find, momentIn } from './request';

export async function countMembers(asked: Asked): Promise<Outcome> {
  const { id, name, dimension, definition } = find(asked.ctx, asked.name);
  const { asOf, signal } = momentIn(asked);
  const rows = await countAudience(asked.ctx, id, asOf, signal);
  const document = { audience: { id, name, dimension, definition: definition.kind }, asOf, rows };
  return { kind: 'audience-count', document, text: `${name}: ${count(rows)} ${dimension}, as of ${asOf}` };
}

export async function showMembers(asked: Asked): Promise<Outcome> {
  const page = await pageOf(asked, { kind: 'audience', audience: find(asked.ctx, asked.name).id });
  return { kind: 'rows', document: rowsDocument(page), text: rowsText(page) };
}

/** The rows asked for of a population, with the fields asked for. */
export async function pageOf(asked: Asked, population: PopulationChoice): Promise<RowsPage> {
  const { limit, offset, sort, descending = false, fields: names } = asked.options;
  const fields = await fieldsNamed(asked, population, names);
  const [by] = sort === undefined ? [] : ((await fieldsNamed(asked, population, [sort])) ?? []);
  const shown = by ? [...(fields ?? []), by] : fields;
  return readPopulation(asked.ctx, {
    population,
    ...momentIn(asked),
    fields: shown,
    limit,
    offset,
    ...(by ? { sort: { column: fieldName(by), descending } } : {}),
  });
}
