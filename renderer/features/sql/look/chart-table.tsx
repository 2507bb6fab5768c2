import type { ChartMeasure } from '../../../../core/model/chart';
import { useFormats, useText } from '../../../text/use-text';
import type { ChartContent } from '../../../ui/chart/option';

/** The same values as the picture shows, to be read. */
export function ChartTable({ content, x, measure }: { content: ChartContent; x: string; measure: ChartMeasure }) {
  const t = useText();
  const f = useFormats();
  const titleOf = (name: string) => (name === '' ? t.sql.chart.measures.rows : `${t.sql.chart.measures[measure]} · ${name}`);
  return (
    <section className="sql-scroll" tabIndex={0} aria-label={t.sql.chart.of(x)}>
      <table className="list-table">
        <thead>
          <tr>
            <th scope="col">{x}</th>
            {content.series.map(({ name }) => (
              <th key={name} scope="col" className="number">
                {titleOf(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {content.labels.map((label, i) => (
            <tr key={i}>
              <th scope="row">{label}</th>
              {content.series.map(({ name, values }) => (
                <td key={name} className="number">
                  {values[i] === null || values[i] === undefined ? '–' : f.number(values[i])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
