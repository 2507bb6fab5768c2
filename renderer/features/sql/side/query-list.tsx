import { Ellipsis, FileCode, PencilLine, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Query } from '../../../../core/model/query';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { refreshQueries, useLibrary } from '../../../state/library';
import { sayDone } from '../../../state/undo-places';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { Menu, MenuItem } from '../../../ui/menu';
import { NameQuery } from '../save/name-query';

/** The saved queries of the workspace. */
export function QueryList({ onOpen }: { onOpen: (query: Query) => void }) {
  const t = useText();
  const queries = useLibrary((state) => state.queries);
  const [removing, setRemoving] = useState<Query>();
  const [naming, setNaming] = useState<Query>();
  useEffect(() => attempt(refreshQueries), []);
  const remove = async ({ id }: Query) => {
    await call('query.remove', { id });
    await refreshQueries();
    await sayDone('sql');
  };
  const rename = async (query: Query, name: string) => {
    await call('query.save', { query: { ...query, name } });
    await refreshQueries();
    setNaming(undefined);
  };
  if (queries?.length === 0) return <p className="sql-side-empty">{t.sql.queries.none}</p>;
  return (
    <ul className="sql-list">
      {queries?.map((query) => (
        <li key={query.id}>
          <button type="button" className="sql-entry" onClick={() => onOpen(query)}>
            <FileCode aria-hidden />
            <span className="truncate grow">{query.name}</span>
          </button>
          <Menu align="end" trigger={<Button label={t.sql.queries.actions(query.name)} icon={Ellipsis} iconOnly size="small" />}>
            <MenuItem label={t.sql.queries.rename} icon={PencilLine} onPick={() => setNaming(query)} />
            <MenuItem label={t.sql.queries.remove} icon={Trash2} look="danger" onPick={() => setRemoving(query)} />
          </Menu>
        </li>
      ))}
      {naming && (
        <NameQuery
          title={t.sql.queries.rename}
          name={naming.name}
          onName={(name) => rename(naming, name)}
          onClose={() => setNaming(undefined)}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={t.common.confirmRemove(removing.name)}
          text=""
          action={t.common.remove}
          onConfirm={() => {
            setRemoving(undefined);
            attempt(() => remove(removing));
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </ul>
  );
}
