import { memo } from 'react';
import type { PersonalLabel } from '../../core/model/entity';
import { masked } from '../../core/model/personal';
import type { RowsPage } from '../../core/model/report';
import type { Cell } from '../../core/model/value';
import { useText } from '../text/use-text';
import { type CellRange, rangeHas } from './cell-range';
import { cellText, isNumeric } from './cells';
import { pageSize } from './pages';
import { RowActButton } from './row-act-button';

export const actWidth = 30;

type Column = RowsPage['columns'][number];
type Values = (column: string) => Cell | undefined;

/** What can be asked of a row; `row` gives its values by column. */
export interface RowAct {
  label: string;
  on: (row: Values) => void;
}

/** What is personal beside what the columns say of themselves, by name of column, and whether it is shown as it is. */
export interface Personal {
  labels: ReadonlyMap<string, PersonalLabel>;
  /** Where one column holds values of many attributes: what a cell holds, from the other cells of its row. */
  labelOf?: (column: string, row: Values) => PersonalLabel | undefined;
  shown: boolean;
  onShow: (shown: boolean) => void;
}

/** A value as it may be seen. */
export function seen(personal: Personal | undefined, column: Column, value: Cell | undefined, row: Values): Cell | undefined {
  if (!personal || personal.shown) return value;
  const label = personal.labelOf?.(column.name, row) ?? column.personal ?? personal.labels.get(column.name);
  return label === undefined || value === undefined ? value : masked(label, value);
}

interface Props {
  row: number;
  /** Pixels from the first row. */
  top: number;
  columns: RowsPage['columns'];
  widths: readonly number[];
  /** Undefined until it is loaded. */
  page: RowsPage | undefined;
  personal: Personal | undefined;
  act: RowAct | undefined;
  /** Whether Tab leads to its act. */
  at: boolean;
  onAt: (row: number) => void;
  /** The cells that are chosen, where some of the row are. */
  chosen: CellRange | undefined;
  onChoose: (row: number, column: number, grow: boolean) => void;
}

/** One row of a grid, drawn again only when something of it changes. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, top, columns, widths, page, personal, act, at, onAt, chosen, onChoose } = props;
  const value = (column: number) => page?.values[column]?.[row % pageSize];
  const named = (name: string) => value(columns.findIndex((column) => column.name === name));
  return (
    <div className="grid-row" role="row" aria-rowindex={row + 1} style={{ transform: `translateY(${top}px)` }}>
      {act && (
        <div role="cell" className="grid-act" style={{ width: actWidth }}>
          <RowActButton label={act.label} index={row} at={at} onAt={onAt} onPick={() => act.on(named)} />
        </div>
      )}
      {columns.map((column, c) => (
        <GridCell
          key={column.name}
          value={seen(personal, column, value(c), named)}
          number={isNumeric(column.type)}
          width={widths[c] ?? 0}
          chosen={chosen !== undefined && rangeHas(chosen, row, c)}
          onChoose={(grow) => onChoose(row, c, grow)}
        />
      ))}
    </div>
  );
});

function GridCell({
  value,
  number,
  width,
  chosen,
  onChoose,
}: {
  value: Cell | undefined;
  number: boolean;
  width: number;
  chosen: boolean;
  onChoose: (grow: boolean) => void;
}) {
  const t = useText();
  const text = value === undefined ? t.common.unknown : cellText(value);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and takes the arrow keys
    <div
      className="grid-cell"
      role="cell"
      data-number={number}
      data-chosen={chosen}
      style={{ width }}
      title={text ?? undefined}
      onClick={(event) => onChoose(event.shiftKey)}
    >
      {text === null ? <span className="none">{t.common.empty}</span> : text}
    </div>
  );
}
