import type { RowsPage } from '../../../core/model/report';
import { useText } from '../../text/use-text';
import { cellText, isNumeric } from '../cells';
import './reading.css';

/** The first rows of the file, as they would be read. */
export function SampleTable({ page }: { page: RowsPage }) {
  const t = useText();
  const rows = Array.from({ length: Math.min(page.rows, 50) }, (_, r) => r);
  return (
    <section className="section">
      <h2>{t.import.sample}</h2>
      <div className="sample" tabIndex={0} role="region" aria-label={t.import.sample}>
        <table>
          <thead>
            <tr>
              {page.columns.map((column) => (
                <th key={column.name}>{column.name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r}>
                {page.columns.map((column, c) => (
                  <td key={column.name} className={isNumeric(column.type) ? 'number' : ''}>
                    {cellText(page.values[c]?.[r] ?? null) ?? <span className="muted">{t.common.empty}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
