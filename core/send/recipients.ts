import { AppError } from '../base/errors';
import { sha256Hex } from '../base/hashing';
import type { DataType } from '../model/entity';
import type { Seed } from '../model/message';
import { column, isNull, text, truth } from '../sql/expression';
import type { Expression, Output, Query, Table } from '../sql/query';
import { literalText } from '../sql/quote';
import type { Assessment } from './request';

export interface RecipientsColumn {
  name: string;
  type: DataType;
}

export interface Recipients {
  query: Query;
  /** `recipient_id` first; fields are called by their path, `profile.first_name`. */
  columns: RecipientsColumn[];
}

/**
 * The rows that go out and our own seeds, as they are frozen or written to a file. `cell` is the row's segment code.
 * @throws AppError `sending-seed-value` when a seed's value is not of its field's type
 */
export function recipientsQuery(assessment: Assessment, table: Table, seeds: readonly Seed[]): Recipients {
  const { names } = assessment;
  const wanted: { name: string; from: string; type: DataType | 'list' }[] = [
    { name: 'recipient_id', from: names.recipientId, type: 'text' },
    ...[names.address, ...(names.country === undefined ? [] : [names.country])].map((from, i) => ({
      name: i === 0 ? 'address' : 'country',
      from,
      type: 'text' as const,
    })),
    ...assessment.fields.map((f) => ({ name: f.path, from: f.column, type: f.type })),
  ];
  const reserved = new Set([...wanted.map((w) => w.name.toLowerCase()), 'cell', 'seed']);
  const keys = assessment.key.map((k) => ({
    name: reserved.has(k.name.toLowerCase()) ? `key ${k.name}` : k.name,
    from: k.name,
    type: k.type,
  }));
  wanted.splice(1, 0, ...keys);
  const cell = assessment.columns.some((c) => c.name === 'segment_code') ? asType(column('a', 'segment_code'), 'text') : nothing('text');
  const columns: RecipientsColumn[] = [
    ...wanted.map((w): RecipientsColumn => ({ name: w.name, type: w.type === 'list' ? 'text' : w.type })),
    { name: 'cell', type: 'text' },
    { name: 'seed', type: 'boolean' },
  ];
  const people: Query = {
    kind: 'select',
    columns: [
      ...wanted.map((w): Output => ({ name: w.name, is: w.type === 'list' ? asType(column('a', w.from), 'text') : column('a', w.from) })),
      { name: 'cell', is: cell },
      { name: 'seed', is: truth(false) },
    ],
    from: { relation: table, alias: 'a' },
    where: isNull(column('a', names.reason)),
  };
  const ours = seeds.map(
    (seed): Query => ({ kind: 'row', columns: columns.map((c) => ({ name: c.name, is: seedValue(assessment, seed, c) })) }),
  );
  return { query: ours.length === 0 ? people : { kind: 'union-all', inputs: [people, ...ours] }, columns };
}

export function seedRecipient(assessment: Assessment, seed: Seed): string {
  return sha256Hex(`${assessment.campaign}:${assessment.activity}:seed:${seed.id}`);
}

function seedValue(assessment: Assessment, seed: Seed, { name, type }: RecipientsColumn): Expression {
  if (name === 'recipient_id') return text(seedRecipient(assessment, seed));
  if (name === 'seed') return truth(true);
  const value = seed.fields[name];
  if (value === undefined || value === '') return nothing(type);
  const typed = type === 'boolean' ? value === 'true' : value;
  const valid = type === 'boolean' ? value === 'true' || value === 'false' : literalText(type, typed) !== undefined;
  if (!valid) throw new AppError('sending-seed-value', { seed: seed.label, field: name, value, type });
  return { kind: 'cast', inner: { kind: 'literal', type, value: typed }, type };
}

const nothing = (type: DataType): Expression => ({ kind: 'null', type });
const asType = (inner: Expression, type: DataType): Expression => ({ kind: 'cast', inner, type });
