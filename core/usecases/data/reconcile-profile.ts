import type { CancelSignal } from '../../base/cancellation';
import type { IdentityMatch } from '../../model/data-report';
import type { IdentitySettings } from '../../model/workspace';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { onlyWorkspace } from '../workspace/only-workspace';
import { comparable } from './comparable';

/** How the rows of every bound entity belong to profiles, after those of the profile itself; by identity. */
export async function reconcileProfile(ctx: Context, signal?: CancelSignal): Promise<IdentityMatch[]> {
  const { profile } = onlyWorkspace(ctx);
  if (!profile?.identities) return [];
  return withConnection(ctx, async (connection) => {
    const found: IdentityMatch[] = [];
    for (const identity of profile.identities ?? []) {
      const own = { entity: profile.entity, attribute: identity.attribute };
      for (const side of [own, ...identity.bindings]) found.push(await matchOf(connection, identity, own, side, signal));
    }
    return found;
  });
}

interface Side {
  entity: string;
  attribute: string;
}

async function matchOf(
  connection: Connection,
  { namespace, kind }: IdentitySettings,
  profile: Side,
  bound: Side,
  signal: CancelSignal | undefined,
): Promise<IdentityMatch> {
  const values = ({ entity, attribute }: Side) =>
    `(SELECT ${comparable(kind, ident(attribute))} AS value, count(*) AS n FROM main.${ident(entity)} GROUP BY ALL)`;
  const page = await connection.query(
    `SELECT coalesce(sum(b.n), 0), coalesce(sum(b.n) FILTER (b.value IS NULL), 0), coalesce(sum(b.n) FILTER (p.n IS NOT NULL), 0),
       coalesce(sum(b.n) FILTER (p.n > 1), 0), coalesce(sum(p.n), 0)
     FROM ${values(bound)} b LEFT JOIN ${values(profile)} p ON b.value = p.value`,
    { limit: 1, ...(signal ? { signal } : {}) },
  );
  const [rows = 0, empty = 0, matched = 0, ambiguous = 0, profiles = 0] = page.values.map((v) => Number(v[0]));
  return { namespace, ...bound, rows, empty, matched, orphans: rows - empty - matched, ambiguous, profiles };
}
