import { ChevronRight, Table } from 'lucide-react';
import { useData } from '../../../state/data';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { sqlName } from '../../../ui/sql/completion';

/** Every entity with its attributes; a click writes the name where the cursor is. */
export function EntityNames({ onInsert, onLook }: { onInsert: (text: string) => void; onLook: (entity: string) => void }) {
  const t = useText();
  const f = useFormats();
  const entities = useData((state) => state.model.entities);
  if (entities.length === 0) return <p className="sql-side-empty">{t.sql.entities.none}</p>;
  return (
    <ul className="sql-names">
      {entities.map((entity) => (
        <li key={entity.name}>
          <details>
            <summary>
              <ChevronRight aria-hidden />
              <span className="truncate grow" title={entity.name}>
                {entity.name}
              </span>
              <span className="muted number">{f.number(entity.rows)}</span>
            </summary>
            <div className="sql-names-acts">
              <Button label={t.sql.entities.look(entity.name)} icon={Table} size="small" onClick={() => onLook(entity.name)} />
            </div>
            <ul>
              {[{ name: entity.name, type: undefined }, ...entity.attributes].map(({ name, type }) => (
                <li key={`${name}/${type}`}>
                  <button type="button" className="sql-name" title={t.sql.entities.insert(name)} onClick={() => onInsert(sqlName(name))}>
                    <span className="truncate grow">{name}</span>
                    {type && <span className="muted">{t.data.types[type]}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
