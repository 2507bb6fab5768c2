import type { Place } from '../base/problems';
import type { DataType } from '../model/entity';
import { entityTable, findAttribute, findEntity, toColumn } from '../segment/population';
import { report } from '../segment/scope';
import { and, call, column, compare, type Expression, isNull, or, text } from '../sql/expression';
import type { Join, Select } from '../sql/query';
import { asText, type Check, present } from './verdict';
import type { Work } from './work';

const given = ['y', 'yes', 'true', '1', 'in', 'opt-in', 'opted-in', 'given', 'granted', 'allow', 'allowed', 'subscribed', 'si', 'sí'];

export interface Consent {
  joins: Join[];
  checks: Check[];
}

/**
 * The newest row up to as-of for the profile and channel decides; of rows of the same moment a refusal wins. Rows without a
 * purpose speak for every purpose. @param rows alias of the rows that have the profile's key columns
 */
export function consent(work: Work, rows: string, profileKey: readonly string[], place: Place): Consent | undefined {
  const { message, channel } = work.request;
  if (message.category === 'transactional') return { joins: [], checks: [] };
  const denied = work.profile.unknownConsent[channel] === 'deny';
  const table = work.profile.consent;
  if (!table)
    return {
      joins: [],
      checks: denied ? [{ when: { kind: 'literal', type: 'boolean', value: true }, reason: 'no-consent', detail: 'unknown' }] : [],
    };

  const state = newestConsent(work, place);
  if (!state) return undefined;
  if (table.profile.length !== profileKey.length) {
    return report(work.compilation, 'sending-consent-key', place, { entity: table.entity, profile: work.profile.entity });
  }
  const on = and(table.profile.map((name, i) => compare('=', column('consent', name), column(rows, profileKey[i] ?? name))));
  const answer = column('consent', 'answer');
  const checks: Check[] = [{ when: compare('=', answer, text('no')), reason: 'no-consent', detail: 'opted-out' }];
  if (denied) checks.push({ when: isNull(answer), reason: 'no-consent', detail: 'unknown' });
  return { joins: [{ type: 'left', source: { relation: state, alias: 'consent' }, on }], checks };
}

function newestConsent(work: Work, place: Place): Select | undefined {
  const { compilation, request, profile } = work;
  const table = profile.consent;
  const entity = table && findEntity(compilation.model, table.entity);
  if (!table || !entity)
    return report(compilation, 'flow-unknown-entity', place, {
      entity: table?.entity ?? '',
      known: compilation.model.entities.map((e) => e.name).join(', '),
    });
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
  const keys = table.profile.map((name) => ({ name, is: read(name)?.is }));
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
