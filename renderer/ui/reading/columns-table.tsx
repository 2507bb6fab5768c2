import { SlidersHorizontal } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import type { TriedReading } from '../../../core/model/data-report';
import { dataTypes, type PersonalLabel, personalLabels } from '../../../core/model/entity';
import type { ColumnMapping } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { Button } from '../button';
import { Input } from '../field';
import { Select } from '../select';
import './reading.css';
import { RefusedValues } from './refused-values';
import { WrittenAs } from './written-as';

/** Which attribute and type every column of the file becomes, and what that refuses. `details` says more of one column, where it is opened. */
export function ColumnsTable<C extends ColumnMapping>({
  columns,
  onChange,
  tried,
  personal,
  details,
}: {
  columns: readonly C[];
  onChange: (columns: C[]) => void;
  tried: TriedReading | undefined;
  /** What the attributes are labelled as, where that can be said. */
  personal?: { labelOf: (column: C) => PersonalLabel | undefined; onChange: (column: C, label: PersonalLabel | undefined) => void };
  details?: (column: C, change: (column: C) => void) => ReactNode;
}) {
  const t = useText();
  const types = dataTypes.map((value) => ({ value, label: t.data.types[value] }));
  const labels = [
    { value: 'none' as const, label: t.common.none },
    ...personalLabels.map((value) => ({ value, label: t.data.personalLabels[value] })),
  ];
  const [open, setOpen] = useState<number>();
  const set = (i: number, part: Partial<ColumnMapping>) => onChange(columns.map((c, j) => (j === i ? { ...c, ...part } : c)));
  return (
    <div className="reading-scroll">
      <table className="list-table reading-columns">
        <thead>
          <tr>
            <th>{t.import.load}</th>
            <th>{t.import.column}</th>
            <th>{t.import.attribute}</th>
            <th>{t.data.type}</th>
            <th>{t.import.writtenAs}</th>
            {personal && <th>{t.data.personal}</th>}
            <th>{t.import.refusedValues}</th>
            {details && <th />}
          </tr>
        </thead>
        <tbody>
          {columns.map((column, i) => (
            <Fragment key={column.source}>
              <tr data-ignored={column.ignore}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`${t.import.load} ${column.source}`}
                    checked={!column.ignore}
                    onChange={(event) => set(i, { ignore: event.target.checked ? undefined : true })}
                  />
                </td>
                <td className="truncate">{column.source}</td>
                <td>
                  <Input
                    label={`${t.import.attribute} ${column.source}`}
                    value={column.attribute}
                    onChange={(attribute) => attribute && set(i, { attribute })}
                  />
                </td>
                <td>
                  <Select
                    label={`${t.data.type} ${column.source}`}
                    value={column.type}
                    options={types}
                    onChange={(type) =>
                      set(i, { type, scale: type === 'decimal' ? (column.scale ?? 2) : undefined, dateFormat: undefined })
                    }
                  />
                </td>
                <td>
                  <WrittenAs column={column} onChange={(part) => set(i, part)} />
                </td>
                {personal && (
                  <td>
                    <Select
                      label={`${t.data.personal} ${column.source}`}
                      value={personal.labelOf(column) ?? 'none'}
                      options={labels}
                      onChange={(label) => personal.onChange(column, label === 'none' ? undefined : label)}
                    />
                  </td>
                )}
                <td>
                  <RefusedValues of={tried?.columns.find((c) => c.attribute === column.attribute)} />
                </td>
                {details && (
                  <td>
                    <Button
                      label={t.import.details(column.source)}
                      icon={SlidersHorizontal}
                      iconOnly
                      size="small"
                      aria-expanded={open === i}
                      aria-pressed={open === i}
                      onClick={() => setOpen(open === i ? undefined : i)}
                    />
                  </td>
                )}
              </tr>
              {details && open === i && (
                <tr className="reading-details">
                  <td colSpan={7}>{details(column, (next) => onChange(columns.map((was, j) => (j === i ? next : was))))}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
