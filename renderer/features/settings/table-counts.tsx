import type { TableMatch } from '../../../core/model/data-report';
import type { ProfileSettings } from '../../../core/model/workspace';
import { useSession } from '../../state/session';
import { useText } from '../../text/use-text';
import { MatchCounts } from './reconciled';

type Table = NonNullable<ProfileSettings['consent'] | ProfileSettings['history']> | ProfileSettings['suppression'][number];

/** Whose the rows of a table are that says something of people. One that is being changed is counted once it is saved. */
export function TableCounts({ kind, table, list }: { kind: TableMatch['kind']; table: Table; list?: string }) {
  const t = useText();
  const saved = useSession((state) => state.settings?.profile);
  const isSaved = saved?.consent === table || saved?.history === table || saved?.suppression.some((l) => l === table);
  return (
    <MatchCounts
      title={t.settings.reconciled.ofTable(list ?? table.entity)}
      saved={isSaved ?? false}
      of={({ tables }) => tables.filter((m) => m.kind === kind && m.list === list).map((m) => ({ ...m, in: m.entity }))}
    />
  );
}
