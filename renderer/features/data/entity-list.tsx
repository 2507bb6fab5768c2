import { Link2 } from 'lucide-react';
import { useMemo } from 'react';
import { useData } from '../../state/data';
import { call } from '../../state/host';
import { go } from '../../state/session';
import { useAsked } from '../../state/use-asked';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { ListTable } from '../../ui/list-table';
import { Notice } from '../../ui/notice';
import { Failure } from '../../ui/problem-notice';
import { useListSearch } from '../../ui/use-list-search';
import { Health } from './health';

export function EntityList({ onLinks }: { onLinks: () => void }) {
  const t = useText();
  const f = useFormats();
  const { entities, links } = useData((state) => state.model);
  const { shown, field } = useListSearch(entities, t.data.search);
  // The entities change with every load.
  const ask = useMemo(
    () => (entities.length === 0 ? undefined : (signal: AbortSignal) => call('entity.health', {}, { signal })),
    [entities],
  );
  const { value: health = [], error } = useAsked(ask);
  const healthOf = (name: string) => {
    const found = health.find((h) => h.entity === name);
    return found ? <Health health={found} /> : t.common.unknown;
  };
  return (
    <div className="place-body">
      {error !== undefined && <Failure error={error} />}
      <div className="page column">
        {entities.length > 1 && links.length === 0 && (
          <Notice
            says={t.data.noLinksYet}
            action={<Button label={t.data.goToLinks} icon={Link2} look="plain" size="small" onClick={onLinks} />}
          />
        )}
        {field && (
          <div className="section-head">
            <span className="grow" />
            {field}
          </div>
        )}
        <ListTable
          label={t.data.entities}
          heads={[t.data.entity, { number: t.common.rows }, { number: t.data.attributes }, t.data.key, t.data.loadedAt, t.data.health]}
        >
          {shown.map((entity) => (
            <tr key={entity.name}>
              <td>
                <button type="button" className="link" data-item={entity.name} onClick={() => go('data', entity.name)}>
                  {entity.name}
                </button>
              </td>
              <td className="number">{f.number(entity.rows)}</td>
              <td className="number">{f.number(entity.attributes.length)}</td>
              <td className="muted">{entity.key.join(', ')}</td>
              <td className="muted nowrap">{entity.loadedAt ? f.moment(entity.loadedAt) : t.data.never}</td>
              <td>{healthOf(entity.name)}</td>
            </tr>
          ))}
        </ListTable>
      </div>
    </div>
  );
}
