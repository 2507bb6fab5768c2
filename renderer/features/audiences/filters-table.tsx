import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Filter } from '../../../core/model/filter';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { refreshFilters } from '../../state/library';
import { sayDone } from '../../state/undo-places';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { ListTable, RowActs } from '../../ui/list-table';
import { RemoveUsed, UsesCount, UsesDialog } from './remove-used';

/** The saved filters, what each asks for and what uses it. */
export function FiltersTable({ filters }: { filters: readonly Filter[] }) {
  const t = useText();
  const [removing, setRemoving] = useState<Filter>();
  const [showing, setShowing] = useState<Filter>();
  const remove = async (id: string) => {
    setRemoving(undefined);
    await call('filter.remove', { id, force: true });
    await refreshFilters();
    await sayDone('audiences');
  };
  return (
    <section className="page section">
      <h2>{t.filters.title}</h2>
      <ListTable label={t.filters.title} heads={[t.common.name, t.common.dimension, t.filters.asks, t.uses.title, '']}>
        {filters.map((filter) => (
          <tr key={filter.id}>
            <td>
              <strong>{filter.name}</strong>
            </td>
            <td className="muted">{filter.entity}</td>
            <td className="mono">{filter.parameters.map((parameter) => parameter.name).join(', ')}</td>
            <td>
              <UsesCount of={{ kind: 'filter', id: filter.id }} version={filters} onShow={() => setShowing(filter)} />
            </td>
            <RowActs>
              <Button label={`${t.common.remove} ${filter.name}`} icon={Trash2} iconOnly size="small" onClick={() => setRemoving(filter)} />
            </RowActs>
          </tr>
        ))}
      </ListTable>
      {showing && <UsesDialog of={{ kind: 'filter', id: showing.id }} name={showing.name} onClose={() => setShowing(undefined)} />}
      {removing && (
        <RemoveUsed
          of={{ kind: 'filter', id: removing.id }}
          name={removing.name}
          onClose={() => setRemoving(undefined)}
          onConfirm={() => attempt(() => remove(removing.id))}
        />
      )}
    </section>
  );
}
