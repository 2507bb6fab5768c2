import { Ban } from 'lucide-react';
import type { TriedReading } from '../../../core/model/data-report';
import type { PersonalLabel } from '../../../core/model/entity';
import { masked } from '../../../core/model/personal';
import type { RowsPage } from '../../../core/model/report';
import type { Cell } from '../../../core/model/value';
import { useFormats, useText } from '../../text/use-text';
import { cellText, isNumeric } from '../cells';
import { Switch } from '../choice';
import './reading.css';

/** Columns that hold personal data, by name, and whether it is shown. */
interface Personal {
  labels: ReadonlyMap<string, PersonalLabel>;
  shown: boolean;
  onShow: (shown: boolean) => void;
}

/** The first rows of the file: as it has them, and once that is known as they would be read, with what would be refused. */
export function SampleTable({
  page,
  tried,
  fresh,
  personal,
}: {
  page: RowsPage;
  tried: TriedReading | undefined;
  fresh: boolean;
  personal?: Personal;
}) {
  const t = useText();
  const f = useFormats();
  const { columns, values, rows } = tried?.sample ?? page;
  const refused = new Map(tried?.refused.map((r) => [`${r.row} ${r.attribute}`, r.value]));
  const looked = ({ rows, broken, whole }: TriedReading) => {
    if (!whole) return t.import.looked(f.number(rows));
    return broken === 0 ? t.import.lookedAll(f.number(rows)) : t.import.lookedBroken(f.number(rows + broken), f.number(broken));
  };
  const see = (column: string, value: Cell) => {
    const label = personal?.shown ? undefined : personal?.labels.get(column);
    return cellText(label === undefined ? value : masked(label, value));
  };
  return (
    <section className="section">
      <div className="section-head">
        <h2>{t.import.sample}</h2>
        <span className="push" />
        {tried && fresh && <span className="muted">{looked(tried)}</span>}
        {personal && personal.labels.size > 0 && (
          <Switch label={t.common.showPersonal} checked={personal.shown} onChange={personal.onShow} />
        )}
      </div>
      <div className="sample" tabIndex={0} role="region" aria-label={t.import.sample} aria-busy={!fresh}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} className={isNumeric(column.type) ? 'number' : ''}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: Math.min(rows, 50) }, (_, r) => (
              <tr key={r}>
                {columns.map((column, c) => {
                  const wrong = refused.get(`${r} ${column.name}`);
                  return (
                    <td
                      key={column.name}
                      className={isNumeric(column.type) ? 'number' : ''}
                      data-refused={wrong !== undefined || undefined}
                    >
                      {wrong === undefined ? (
                        <Value text={see(column.name, values[c]?.[r] ?? null)} />
                      ) : (
                        <Refused text={see(column.name, wrong)} />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Value({ text }: { text: string | null }) {
  const t = useText();
  return text ?? <span className="muted">{t.common.empty}</span>;
}

function Refused({ text }: { text: string | null }) {
  const t = useText();
  return (
    <span title={t.import.refusedValue}>
      <Ban aria-label={t.import.refusedValue} /> <Value text={text} />
    </span>
  );
}
