import type { Place } from '../base/problems';
import type { DataType, Entity } from '../model/entity';
import type { ConsentTable } from '../model/workspace';
import { type BondSide, bondValue } from '../segment/bonds';
import { entityTable, findAttribute, findEntity, toColumn } from '../segment/population';
import { report } from '../segment/scope';
import { and, asText, call, column, compare, isNull, or, text } from '../sql/expression';
import type { Expression, Join, Select } from '../sql/query';
import type { Belonging } from './belonging';
import { type Check, present } from './verdict';
import type { Work } from './work';

const given = ['y', 'yes', 'true', '1', 'in', 'opt-in', 'opted-in', 'given', 'granted', 'allow', 'allowed', 'subscribed', 'si', 'sí'];

export interface Consent {
  joins: Join[];
  checks: Check[];
}

/**
 * The newest row up to as-of for the profile and channel decides; of rows of the same moment a refusal wins. Rows without a
 * purpose speak for every purpose. An identity's consent is that of every profile that has it.
 */
export function consent(work: Work, belonging: Belonging, place: Place): Consent | undefined {
  const { message, channel } = work.request;
  if (message.category === 'transactional') return { joins: [], checks: [] };
  const denied = work.profile.unknownConsent[channel] === 'deny';
  const table = work.profile.consent;
  if (!table)
    return {
      joins: [],
      checks: denied ? [{ when: { kind: 'literal', type: 'boolean', value: true }, reason: 'no-consent', detail: 'unknown' }] : [],
    };

  const { compilation } = work;
  const entity = findEntity(compilation.model, table.entity);
  if (!entity) {
    const known = compilation.model.entities.map((e) => e.name).join(', ');
    return report(compilation, 'flow-unknown-entity', place, { entity: table.entity, known });
  }
  const bonds = belonging.of(entity, table.profile, place);
  if (!bonds) return undefined;
  if (bonds === 'unfit') return report(compilation, 'sending-consent-key', place, { entity: table.entity, profile: work.profile.entity });
  const state = newestConsent(
    work,
    entity,
    table,
    bonds.map((b) => b.row),
    place,
  );
  if (!state) return undefined;
  const on = and(bonds.map(({ row, profile }) => compare('=', column('consent', row.attribute), profile)));
  const answer = column('consent', 'answer');
  const checks: Check[] = [{ when: compare('=', answer, text('no')), reason: 'no-consent', detail: 'opted-out' }];
  if (denied) checks.push({ when: isNull(answer), reason: 'no-consent', detail: 'unknown' });
  return { joins: [{ type: 'left', source: { relation: state, alias: 'consent' }, on }], checks };
}

function newestConsent(work: Work, entity: Entity, table: ConsentTable, names: readonly BondSide[], place: Place): Select | undefined {
  const { compilation, request } = work;
  const read = (name: string): { is: Expression; type: DataType | 'list' } | undefined => {
    const found = findAttribute(entity, name);
    if (found) return { is: column('c', name), type: toColumn(found, name).type };
    return report(compilation, 'rule-unknown-attribute', place, {
      attribute: name,
      entity: entity.name,
      known: entity.attributes.map((a) => a.name).join(', '),
    });
  };
  const channel = read(table.channel);
  const value = read(table.value);
  const at = read(table.at);
  const purpose = table.purpose === undefined ? undefined : read(table.purpose);
  const keys = names.map((side) => ({ name: side.attribute, is: read(side.attribute) && bondValue(side, 'c') }));
  if (!channel || !value || !at || (table.purpose !== undefined && !purpose)) return undefined;
  if (at.type !== 'date' && at.type !== 'timestamp')
    return report(compilation, 'sending-consent-time', place, { entity: entity.name, attribute: table.at });

  const upTo = compare('<=', at.is, {
    kind: 'literal',
    type: at.type,
    value: at.type === 'date' ? compilation.asOf.today : compilation.asOf.now,
  });
  const forChannel = compare('=', call('lower', call('trim', asText(channel.is, channel.type))), text(request.channel));
  const forPurpose =
    purpose && request.message.purpose !== undefined
      ? [
          or([
            compare('=', call('trim', asText(purpose.is, purpose.type)), text(request.message.purpose)),
            isNull(present(purpose.is, purpose.type)),
          ]),
        ]
      : [];
  const yes: Expression =
    value.type === 'boolean'
      ? value.is
      : { kind: 'in', inner: call('lower', call('trim', asText(value.is, value.type))), list: given.map(text) };
  const newest = (filter?: Expression): Expression => ({
    kind: 'aggregate',
    function: 'max',
    args: [at.is],
    ...(filter ? { filter } : {}),
  });
  const known = { kind: 'not', inner: isNull(present(value.is, value.type)) } as const;
  return {
    kind: 'select',
    columns: [
      ...keys.flatMap((k) => (k.is ? [{ name: k.name, is: k.is }] : [])),
      {
        name: 'answer',
        is: {
          kind: 'case',
          branches: [
            { when: compare('=', newest(and([known, { kind: 'not', inner: yes }])), newest()), gives: text('no') },
            { when: compare('=', newest(yes), newest()), gives: text('yes') },
          ],
        },
      },
    ],
    from: { relation: entityTable(entity.name), alias: 'c' },
    where: and([forChannel, upTo, ...forPurpose]),
    groupBy: keys.flatMap((k) => (k.is ? [k.is] : [])),
  };
}
