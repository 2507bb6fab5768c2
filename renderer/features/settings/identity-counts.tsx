import type { IdentitySettings } from '../../../core/model/workspace';
import { useSession } from '../../state/session';
import { useText } from '../../text/use-text';
import { MatchCounts } from './reconciled';

/** How the rows of every bound entity belong to people. One that is being changed is counted once it is saved. */
export function IdentityCounts({ identity }: { identity: IdentitySettings }) {
  const t = useText();
  const saved = useSession((state) => state.settings?.profile?.identities);
  return (
    <MatchCounts
      title={t.settings.reconciled.title(identity.namespace)}
      saved={saved?.includes(identity) ?? false}
      of={({ identities }) =>
        identities.filter((m) => m.namespace === identity.namespace).map((m) => ({ ...m, in: `${m.entity}.${m.attribute}` }))
      }
    />
  );
}
