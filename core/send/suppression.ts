import { type Place, warning } from '../base/problems';
import type { Attribute, Entity } from '../model/entity';
import type { SuppressionList } from '../model/workspace';
import type { AsOf } from '../segment/as-of';
import { entityTable, findAttribute, findEntity } from '../segment/population';
import { report } from '../segment/scope';
import { and, call, column, compare, isNull, or, text } from '../sql/expression';
import type { Expression, Join, Select } from '../sql/query';
import { type Check, notNull } from './verdict';
import type { Work } from './work';

/**
 * Digits after a plus where the number is written internationally, be it as `00`, without the `(0)` some put behind the country.
 * A number of a country that is not said stays as it is: it equals no international one.
 */
export const normalPhone = (value: Expression): Expression => {
  const replaced = (of: Expression, pattern: string, by: string) => call('replace-regex', of, text(pattern), text(by));
  const marks = replaced(replaced(value, '^([^0-9]*(?:[+]|00).*?)[(]0[)]', '\\1'), '[^0-9+]', '');
  return call('nullif', replaced(replaced(replaced(marks, '^[+]*00', '+'), '([0-9+])[+]+', '\\1'), '^[+]$', ''), text(''));
};

/** A value that assessed rows share with those of a list, over `r` and over `l`. */
export interface Shared {
  row: Expression;
  listed: Expression;
}

/** @param shared what a list names of the rows; `undefined` when they have no such thing */
export function suppression(
  work: Work,
  shared: (list: SuppressionList, entity: Entity, attribute: Attribute) => Shared | undefined,
  place: Place,
): { joins: Join[]; checks: Check[] } | undefined {
  const joins: Join[] = [];
  const checks: Check[] = [];
  let good = true;
  for (const [i, list] of work.profile.suppression.filter((l) => l.channels.includes(work.request.channel)).entries()) {
    const found = attributesOf(work, list, place);
    if (!found) {
      good = false;
      continue;
    }
    const values = shared(list, found.entity, found.attribute);
    if (!values) {
      work.compilation.problems.push(warning('sending-list-unused', place, { list: list.name, matches: list.matches }));
      continue;
    }
    const alias = `list_${i + 1}`;
    const relation = listed(list.entity, values.listed, found.since);
    joins.push({ type: 'left', source: { relation, alias }, on: compare('=', column(alias, 'value'), values.row) });
    checks.push({ when: notNull(column(alias, 'value')), reason: 'suppressed', detail: list.name });
  }
  return good ? { joins, checks } : undefined;
}

function attributesOf(work: Work, list: SuppressionList, place: Place) {
  const { compilation } = work;
  const entity = findEntity(compilation.model, list.entity);
  if (!entity) {
    const known = compilation.model.entities.map((e) => e.name).join(', ');
    return report(compilation, 'flow-unknown-entity', place, { entity: list.entity, known });
  }
  const read = (name: string) => {
    const known = entity.attributes.map((a) => a.name).join(', ');
    const found = findAttribute(entity, name);
    return found ?? report(compilation, 'rule-unknown-attribute', place, { attribute: name, entity: entity.name, known });
  };
  const attribute = read(list.attribute);
  const at = list.at === undefined ? undefined : read(list.at);
  if (!attribute || (list.at !== undefined && !at)) return undefined;
  if (at && at.type !== 'date' && at.type !== 'timestamp')
    return report(compilation, 'sending-list-time', place, { list: list.name, entity: entity.name, attribute: at.name });
  return { entity, attribute, since: at && onIt(at, compilation.asOf) };
}

/** Whether an entry is there at as-of. One that does not say since when is: to leave somebody in would be the worse mistake. */
function onIt({ name, type }: Attribute, asOf: AsOf): Expression {
  const at = column('l', name);
  const upTo =
    type === 'date'
      ? ({ kind: 'literal', type, value: asOf.today } as const)
      : ({ kind: 'literal', type: 'timestamp', value: asOf.now } as const);
  return or([isNull(at), compare('<=', at, upTo)]);
}

function listed(entity: string, value: Expression, since: Expression | undefined): Select {
  return {
    kind: 'select',
    distinct: true,
    columns: [{ name: 'value', is: value }],
    from: { relation: entityTable(entity), alias: 'l' },
    where: since ? and([notNull(value), since]) : notNull(value),
  };
}
