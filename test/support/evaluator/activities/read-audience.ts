import type { ActivityOf } from '../../../../core/model/activity';
import type { Outputs } from '../people';
import type { World } from '../rows';
import { membersOf } from '../rule';
import { changeDimension } from './change-dimension';
import { enrich } from './enrich';

export function readAudience(world: World, { id, audience, path, attributes }: ActivityOf<'read-audience'>): Outputs {
  const additions = (attributes ?? []).map((a) => ({ kind: 'attribute' as const, ...a }));
  const { out: members } = enrich(world, { id, type: 'enrich', additions }, membersOf(world, audience));
  if (!members || !path?.length) return members ? { out: members } : {};
  const { out } = changeDimension(world, { id, type: 'change-dimension', path }, members);
  return out ? { out } : {};
}
