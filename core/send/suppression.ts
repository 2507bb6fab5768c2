import type { Place } from '../base/problems';
import { warning } from '../base/problems';
import type { SuppressionList } from '../model/workspace';
import { entityTable, findAttribute, findEntity, toColumn } from '../segment/population';
import { report } from '../segment/scope';
import { call, column, compare, type Expression, text } from '../sql/expression';
import type { Join, Select } from '../sql/query';
import { normalEmail } from './email-address';
import { asText, type Check, notNull } from './verdict';
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

/** What of a row a list may name: normalised text, or `undefined` when rows have none. */
export interface Matchable {
  email: Expression | undefined;
  phone: Expression | undefined;
  profile: Expression | undefined;
}

export function suppression(work: Work, of: Matchable, place: Place): { joins: Join[]; checks: Check[] } | undefined {
  const joins: Join[] = [];
  const checks: Check[] = [];
  let good = true;
  for (const [i, list] of work.profile.suppression.filter((l) => l.channels.includes(work.request.channel)).entries()) {
    const rows = of[list.matches];
    if (!rows) {
      work.compilation.problems.push(warning('sending-list-unused', place, { list: list.name, matches: list.matches }));
      continue;
    }
    const values = valuesOf(work, list, place);
    if (!values) {
      good = false;
      continue;
    }
    const alias = `list_${i + 1}`;
    joins.push({ type: 'left', source: { relation: values, alias }, on: compare('=', column(alias, 'value'), rows) });
    checks.push({ when: notNull(column(alias, 'value')), reason: 'suppressed', detail: list.name });
  }
  return good ? { joins, checks } : undefined;
}

function valuesOf(work: Work, list: SuppressionList, place: Place): Select | undefined {
  const entity = findEntity(work.compilation.model, list.entity);
  if (!entity) {
    const known = work.compilation.model.entities.map((e) => e.name).join(', ');
    return report(work.compilation, 'flow-unknown-entity', place, { entity: list.entity, known });
  }
  const found = findAttribute(entity, list.attribute);
  if (!found) {
    const known = entity.attributes.map((a) => a.name).join(', ');
    return report(work.compilation, 'rule-unknown-attribute', place, { attribute: list.attribute, entity: entity.name, known });
  }
  const written = asText(column('l', list.attribute), toColumn(found, list.attribute).type);
  const value = list.matches === 'email' ? normalEmail(written) : list.matches === 'phone' ? normalPhone(written) : written;
  return {
    kind: 'select',
    distinct: true,
    columns: [{ name: 'value', is: value }],
    from: { relation: entityTable(entity.name), alias: 'l' },
    where: notNull(value),
  };
}
