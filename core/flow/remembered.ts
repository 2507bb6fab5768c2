import { sha256Hex } from '../base/hashing';
import type { Activity } from '../model/activity';
import type { Entity } from '../model/entity';
import { keyColumns } from '../segment/population';
import type { Table } from '../sql/query';

export const memorySchema = 'remembered';

/** Columns of every memory table: the version of the memory a row came with, and the UTC as-of of its run. */
export const memoryColumns = { version: 'version', passedAt: 'passed_at' };

/** What a part of the key is called in a memory table, where it must not meet the columns above. */
export const keyPart = (index: number): string => `key_${index + 1}`;

export function remembersKeys(activity: Activity): boolean {
  return activity.type === 'incremental-query' && activity.memory.kind === 'key';
}

/** Where an incremental query keeps the keys it passed on. Keys of another entity, or other keys of it, are another memory. */
export function memoryTable(campaign: string, activity: string, entity: Entity): Table {
  const identity = JSON.stringify([campaign, activity, entity.name, keyColumns(entity).map(({ personal: _, ...column }) => column)]);
  return { kind: 'table', schema: memorySchema, name: `m_${sha256Hex(identity).slice(0, 24)}` };
}
