import { Trash2 } from 'lucide-react';
import type { Filter } from '../../../core/model/filter';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { refreshFilters } from '../../state/library';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';

/** The saved filters and what each asks for; one that a rule uses cannot be removed. */
export function FiltersTable({ filters }: { filters: readonly Filter[] }) {
  const t = useText();
  const remove = async (id: string) => {
    await call('filter.remove', { id });
    await refreshFilters();
  };
  return (
    <section className="page section">
      <h2>{t.filters.title}</h2>
      <div className="card">
        <table className="list-table" aria-label={t.filters.title}>
          <thead>
            <tr>
              <th>{t.common.name}</th>
              <th>{t.common.dimension}</th>
              <th>{t.filters.asks}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {filters.map((filter) => (
              <tr key={filter.id}>
                <td>
                  <strong>{filter.name}</strong>
                </td>
                <td className="muted">{filter.entity}</td>
                <td className="mono">{filter.parameters.map((parameter) => parameter.name).join(', ')}</td>
                <td>
                  <span className="row">
                    <span className="push" />
                    <Button
                      label={`${t.common.remove} ${filter.name}`}
                      icon={Trash2}
                      iconOnly
                      size="small"
                      onClick={() => attempt(() => remove(filter.id))}
                    />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
