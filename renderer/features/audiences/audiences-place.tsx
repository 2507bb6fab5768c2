import { Hash, Trash2, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Audience } from '../../../core/model/audience';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { refreshAudiences, refreshFilters, useLibrary } from '../../state/library';
import { go, refreshWorkspace } from '../../state/session';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { FiltersTable } from './filters-table';

export function AudiencesPlace() {
  const t = useText();
  const f = useFormats();
  const { audiences, filters } = useLibrary();
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    attempt(refreshAudiences);
    attempt(refreshFilters);
  }, []);
  const count = async (audience: Audience) => {
    const { rows } = await runJob(t.audiences.counting(audience.name), (job) =>
      call('audience.count', { id: audience.id }, { signal: job.signal }),
    );
    setCounts((was) => new Map([...was, [audience.id, rows]]));
  };
  const remove = async (id: string) => {
    await call('audience.remove', { id });
    await refreshAudiences();
    await refreshWorkspace();
  };
  const people = (audience: Audience) => {
    const rows = audience.definition.kind === 'snapshot' ? audience.definition.rows : counts.get(audience.id);
    return rows === undefined ? t.common.unknown : f.number(rows);
  };
  return (
    <div className="place">
      <header className="place-head">
        <h1>{t.audiences.title}</h1>
      </header>
      <div className="place-body">
        {audiences?.length === 0 && (
          <Empty icon={Users} title={t.audiences.emptyTitle} text={t.audiences.emptyText}>
            <Button label={t.audiences.newFromSql} look="plain" onClick={() => go('sql')} />
          </Empty>
        )}
        {audiences && audiences.length > 0 && (
          <div className="page card">
            <table className="list-table">
              <thead>
                <tr>
                  <th>{t.common.name}</th>
                  <th>{t.common.dimension}</th>
                  <th>{t.audiences.kind}</th>
                  <th>{t.audiences.asOf}</th>
                  <th className="number">{t.audiences.count}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {audiences.map((audience) => (
                  <tr key={audience.id}>
                    <td>
                      <strong>{audience.name}</strong>
                    </td>
                    <td className="muted">{audience.dimension}</td>
                    <td>
                      <span className="badge">{t.audiences.kinds[audience.definition.kind]}</span>
                    </td>
                    <td className="muted">
                      {audience.definition.kind === 'snapshot' ? f.moment(audience.definition.asOf) : t.audiences.now}
                    </td>
                    <td className="number">{people(audience)}</td>
                    <td>
                      <span className="row">
                        <span className="push" />
                        {audience.definition.kind !== 'snapshot' && (
                          <Button
                            label={t.audiences.countNow}
                            icon={Hash}
                            size="small"
                            look="plain"
                            onClick={() => attempt(() => count(audience))}
                          />
                        )}
                        <Button
                          label={t.common.remove}
                          icon={Trash2}
                          iconOnly
                          size="small"
                          onClick={() => attempt(() => remove(audience.id))}
                        />
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {filters && filters.length > 0 && <FiltersTable filters={filters} />}
      </div>
    </div>
  );
}
