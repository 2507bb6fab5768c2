import type { CancelSignal } from '../../base/cancellation';
import type { IdentityMatch, Reconciliation } from '../../model/data-report';
import type { IdentitySettings } from '../../model/workspace';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { onlyWorkspace } from '../workspace/only-workspace';
import { comparable } from './comparable';
import { countMatches } from './count-matches';
import { matchTables } from './match-tables';

/** How rows belong to profiles: by identity, those of the profile itself first; then in the tables that say something of people. */
export async function reconcileProfile(ctx: Context, signal?: CancelSignal): Promise<Reconciliation> {
  const { profile } = onlyWorkspace(ctx);
  if (!profile) return { identities: [], tables: [] };
  return withConnection(ctx, async (connection) => {
    const identities: IdentityMatch[] = [];
    for (const identity of profile.identities ?? []) {
      const own = { entity: profile.entity, attribute: identity.attribute };
      for (const side of [own, ...identity.bindings]) identities.push(await matchOf(connection, identity, own, side, signal));
    }
    return { identities, tables: await matchTables(connection, profile, modelOf(ctx), signal) };
  });
}

interface Place {
  entity: string;
  attribute: string;
}

async function matchOf(
  connection: Connection,
  { namespace, kind }: IdentitySettings,
  profile: Place,
  bound: Place,
  signal: CancelSignal | undefined,
): Promise<IdentityMatch> {
  const side = ({ entity, attribute }: Place) => ({ entity, values: [comparable(kind, ident(attribute))] });
  return { namespace, ...bound, ...(await countMatches(connection, side(bound), side(profile), signal)) };
}
