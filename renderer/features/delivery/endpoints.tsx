import { Pencil, Plus, Server, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Endpoint } from '../../../core/model/endpoint';
import { type Command, useCommands } from '../../state/commands';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { refreshEndpoints, useLibrary } from '../../state/library';
import { sayDone } from '../../state/undo-places';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { ListTable, RowActs } from '../../ui/list-table';
import { EndpointDialog } from './endpoint-dialog';

export function Endpoints() {
  const t = useText();
  const endpoints = useLibrary((state) => state.endpoints);
  const [editing, setEditing] = useState<Endpoint | 'new'>();
  const remove = async (id: string) => {
    await call('endpoint.remove', { id });
    await refreshEndpoints();
    await sayDone('delivery');
  };
  const commands = useMemo(
    (): Command[] => [{ id: 'delivery/endpoint', label: t.delivery.addEndpoint, icon: Plus, run: () => setEditing('new') }],
    [t],
  );
  useCommands(t.delivery.endpoints, commands);
  const button = <Button label={t.delivery.addEndpoint} icon={Plus} look="plain" onClick={() => setEditing('new')} />;
  return (
    <section className="section">
      <div className="section-head">
        <h2 className="grow">{t.delivery.endpoints}</h2>
        {endpoints && endpoints.length > 0 && button}
      </div>
      {endpoints?.length === 0 && (
        <div className="card">
          <Empty icon={Server} title={t.delivery.noEndpoints} text={t.delivery.noEndpointsText}>
            {button}
          </Empty>
        </div>
      )}
      {endpoints && endpoints.length > 0 && (
        <ListTable label={t.delivery.endpoints}>
          {endpoints.map((endpoint) => (
            <tr key={endpoint.id}>
              <td>
                <strong>{endpoint.name}</strong>
              </td>
              <td className="mono muted">{endpoint.url}</td>
              <RowActs>
                <Button label={t.delivery.editEndpoint} icon={Pencil} iconOnly size="small" onClick={() => setEditing(endpoint)} />
                <Button label={t.common.remove} icon={Trash2} iconOnly size="small" onClick={() => attempt(() => remove(endpoint.id))} />
              </RowActs>
            </tr>
          ))}
        </ListTable>
      )}
      {editing && (
        <EndpointDialog
          endpoint={editing === 'new' ? undefined : editing}
          taken={endpoints?.map((e) => e.id) ?? []}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  );
}
