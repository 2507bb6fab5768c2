import type { CancelSignal } from '../../base/cancellation';
import type { IdentityMatch, Reconciliation } from '../../model/data-report';
import type { Attribute, Entity } from '../../model/entity';
import type { IdentitySettings } from '../../model/workspace';
import type { Connection } from '../../ports/engine';
import { type BondSide, bondValue, identityBond } from '../../segment/bonds';
import { findAttribute, findEntity } from '../../segment/population';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { onlyWorkspace } from '../workspace/only-workspace';
import { countMatches } from './count-matches';
import { matchTables } from './match-tables';
import { printQuickly } from './quick-trim';

export interface ReconcileOptions {
  signal?: CancelSignal | undefined;
  /** Told all that is counted so far, each time there is more. */
  onFound?: ((found: Reconciliation) => void) | undefined;
}

/** How rows belong to profiles: by identity, those of the profile itself first; then in the tables that say something of people. */
export async function reconcileProfile(ctx: Context, { signal, onFound }: ReconcileOptions = {}): Promise<Reconciliation> {
  const { profile } = onlyWorkspace(ctx);
  const found: Reconciliation = { identities: [], tables: [] };
  if (!profile) return found;
  const model = modelOf(ctx);
  const placeOf = (name: string, attribute: string): Place | undefined => {
    const entity = findEntity(model, name);
    const known = entity && findAttribute(entity, attribute);
    return known && { entity, attribute: known };
  };
  const tell = () => onFound?.({ identities: [...found.identities], tables: [...found.tables] });
  return withConnection(ctx, async (connection) => {
    for (const identity of profile.identities ?? []) {
      const own = placeOf(profile.entity, identity.attribute);
      if (!own) continue;
      const match = (side: Place) => matchOf(ctx, connection, identity, own, side, signal);
      const [first, ...others] = identity.bindings.flatMap((b) => placeOf(b.entity, b.attribute) ?? []);
      // How the profiles themselves match is mostly known with that.
      const named = first && (await match(first));
      found.identities.push(await match(own), ...(named ? [named] : []));
      tell();
      for (const side of others) {
        found.identities.push(await match(side));
        tell();
      }
    }
    for await (const table of matchTables(ctx, connection, profile, model, signal)) {
      found.tables.push(table);
      tell();
    }
    return found;
  });
}

interface Place {
  entity: Entity;
  attribute: Attribute;
}

async function matchOf(
  ctx: Context,
  connection: Connection,
  { namespace, kind }: IdentitySettings,
  profile: Place,
  bound: Place,
  signal: CancelSignal | undefined,
): Promise<IdentityMatch> {
  const bond = identityBond(kind, bound.attribute, profile.attribute);
  const side = ({ entity }: Place, value: BondSide) => ({ entity, values: [printQuickly(bondValue(value, 'r'))] });
  const counted = await countMatches(ctx, connection, side(bound, bond.row), side(profile, bond.profile), signal);
  return { namespace, entity: bound.entity.name, attribute: bound.attribute.name, ...counted };
}
