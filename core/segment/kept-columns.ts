import type { Audience } from '../model/audience';
import type { Entity } from '../model/entity';
import { labelOfAttribute } from './labels';
import { type Column, toColumn } from './population';

type Snapshot = Extract<Audience['definition'], { kind: 'snapshot' }>;

/** Columns a snapshot keeps beside the key. One that was kept before the attribute of its name was labelled is personal too. */
export function keptColumns({ columns = [] }: Snapshot, entity: Entity | undefined): Column[] {
  return columns.map((c) => {
    const personal = c.personal ?? (entity && labelOfAttribute(entity, c.name));
    return { ...toColumn(c, c.name), ...(personal === undefined ? {} : { personal }) };
  });
}
