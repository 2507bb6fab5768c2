import { canonicalJson } from '../../base/hashing';
import { type Entity, entity as entitySchema } from '../../model/entity';
import type { Json } from '../../model/journal';
import { parseDocument } from '../../model/parse';
import type { Write } from '../../ports/meta-store';
import type { Context } from '../context';
import { changeRows, dropColumn } from '../data/change-entity';
import { deriveAttributes, isDerived } from '../data/derive';
import { bringRows, takeRows } from '../data/removed-rows';
import { requireKey } from '../data/save-key';
import { withConnection } from '../with-connection';
import { ofKey } from './shelf';
import type { Target } from './targets';

/** Makes documents what they are to become, and the rows of entities along with theirs. */
export async function bring(ctx: Context, targets: readonly Target[]): Promise<void> {
  const writes: Write[] = [];
  for (const { key, now, document } of targets) {
    const { kind, id } = ofKey(key);
    if (kind !== 'entity') writes.push({ kind, id, document: document ?? null } as Write);
    else writes.push({ kind, id, document: await bringEntity(ctx, id, entityOf(now), entityOf(document)) });
  }
  await ctx.store.commit(writes);
}

const entityOf = (document: Json | undefined) => (document === undefined ? undefined : parseDocument(entitySchema, document, 'entity'));

function bringEntity(ctx: Context, name: string, now: Entity | undefined, wanted: Entity | undefined): Promise<Entity | null> {
  return withConnection(ctx, async (connection) => {
    if (!wanted) {
      if (now) await takeRows(connection, now);
      return null;
    }
    if (!now) return bringRows(ctx, connection, wanted);
    // Rows that came meanwhile are there once by the key of now alone.
    if (now.key.join('\n') !== wanted.key.join('\n')) await requireKey(connection, wanted);
    if (derivedOf(now) === derivedOf(wanted)) return wanted;
    const changed: Entity = { ...wanted, dataVersion: now.dataVersion + 1 };
    return changeRows(ctx, connection, changed, async () => {
      for (const { name: column } of now.attributes.filter(isDerived)) await dropColumn(connection, name, column);
      await deriveAttributes(connection, changed);
    });
  });
}

const derivedOf = ({ attributes }: Entity) =>
  canonicalJson(attributes.filter(isDerived).map(({ name, type, scale, derived }) => [name, type, scale ?? null, derived]));
