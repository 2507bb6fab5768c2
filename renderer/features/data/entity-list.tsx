import { useData } from '../../state/data';
import { go } from '../../state/session';
import { useFormats, useText } from '../../text/use-text';

export function EntityList() {
  const t = useText();
  const f = useFormats();
  const entities = useData((state) => state.model.entities);
  return (
    <div className="place-body">
      <div className="page card">
        <table className="list-table">
          <thead>
            <tr>
              <th>{t.data.entity}</th>
              <th className="number">{t.common.rows}</th>
              <th className="number">{t.data.attributes}</th>
              <th>{t.data.key}</th>
              <th>{t.data.loadedAt}</th>
            </tr>
          </thead>
          <tbody>
            {entities.map((entity) => (
              <tr key={entity.name}>
                <td>
                  <button type="button" className="link" onClick={() => go('data', entity.name)}>
                    {entity.name}
                  </button>
                </td>
                <td className="number">{f.number(entity.rows)}</td>
                <td className="number">{f.number(entity.attributes.length)}</td>
                <td className="muted">{entity.key.join(', ')}</td>
                <td className="muted">{entity.loadedAt ? f.moment(entity.loadedAt) : t.data.never}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
