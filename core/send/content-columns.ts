import type { Place } from '../base/problems';
import { type ContentField, contentObjects, splitPath } from '../content/field';
import type { FieldUse } from '../content/liquid';
import { type Column, toColumn } from '../segment/population';
import { report } from '../segment/scope';
import { column, text } from '../sql/expression';
import type { Expression, Output } from '../sql/query';
import type { Work } from './work';

/** Fields of the content as columns; what a population added keeps its own column. */
export function contentColumns(
  work: Work,
  uses: readonly FieldUse[],
  taken: (name: string) => string,
): { fields: ContentField[]; outputs: Output[]; columns: Column[] } {
  const fields = new Map<string, ContentField>();
  const outputs: Output[] = [];
  const columns: Column[] = [];
  for (const { path, place } of uses) {
    if (fields.has(path)) continue;
    const split = splitPath(path);
    if (!split) {
      report(work.compilation, 'content-unknown-field', place, { field: path, known: knownFields(work).join(', ') });
      continue;
    }
    const found = findField(work, split.object, split.name, path, place);
    if (!found) continue;
    const own = split.object === 'enrichment' ? split.name : taken(path);
    if (split.object !== 'enrichment') {
      outputs.push({ name: own, is: found.is });
      columns.push({ name: own, type: found.type });
    }
    fields.set(path, { path, ...split, column: own, type: found.type });
  }
  return { fields: [...fields.values()], outputs, columns };
}

function findField(
  work: Work,
  object: ContentField['object'],
  name: string,
  path: string,
  place: Place,
): { is: Expression; type: Column['type'] } | undefined {
  const unknown = (known: readonly string[]) =>
    report(work.compilation, 'content-unknown-field', place, { field: path, known: known.map((n) => `${object}.${n}`).join(', ') });
  if (object === 'campaign') {
    const value = campaignValues(work)[name];
    return value === undefined ? unknown(Object.keys(campaignValues(work))) : { is: text(value), type: 'text' };
  }
  if (object === 'enrichment') {
    const { columns } = work.request.population;
    if (columns.length === 0) return report(work.compilation, 'content-nothing-added', place, { field: path });
    const added = columns.find((c) => c.name === name);
    return added ? { is: column('input', added.name), type: added.type } : unknown(columns.map((c) => c.name));
  }
  const scope = work.scopes[object];
  if (!scope) return report(work.compilation, 'sending-no-secondary-path', place);
  const own = scope.entity.attributes.find((a) => a.name === name);
  return own ? { is: column(scope.alias, name), type: toColumn(own, name).type } : unknown(scope.entity.attributes.map((a) => a.name));
}

function campaignValues(work: Work): Record<string, string> {
  return { id: work.request.campaign.id, name: work.request.campaign.name, date: work.compilation.asOf.today };
}

function knownFields(work: Work): string[] {
  return contentObjects.flatMap((object) => {
    if (object === 'campaign') return Object.keys(campaignValues(work)).map((n) => `campaign.${n}`);
    if (object === 'enrichment') return work.request.population.columns.map((c) => `enrichment.${c.name}`);
    return (work.scopes[object]?.entity.attributes ?? []).map((a) => `${object}.${a.name}`);
  });
}

/** Text fields are empty when nothing but spaces is left. */
export function emptyField(field: ContentField, alias: string): Expression {
  const value = column(alias, field.column);
  if (field.type !== 'text') return { kind: 'is-null', inner: value };
  return {
    kind: 'is-null',
    inner: { kind: 'call', function: 'nullif', args: [{ kind: 'call', function: 'trim', args: [value] }, text('')] },
  };
}
