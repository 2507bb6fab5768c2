import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, Table } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PersonalLabel } from '../../core/model/entity';
import { masked } from '../../core/model/personal';
import type { RowsPage } from '../../core/model/report';
import type { Cell } from '../../core/model/value';
import { useFormats, useText } from '../text/use-text';
import { asTable, type CellRange, cellsIn, columnsOf, movedBy, rangeHas, rowsOf } from './cell-range';
import { cellKind, cellText, isNumeric } from './cells';
import { Switch } from './choice';
import { Empty } from './empty';
import { type LoadPage, type Sort, usePages } from './pages';
import { Failure } from './problem-notice';
import { Progress } from './progress';
import { RowActButton } from './row-act-button';

const rowHeight = 26;
const actWidth = 30;

/** What can be asked of a row; `row` gives its values by column. */
export interface RowAct {
  label: string;
  on: (row: (column: string) => Cell | undefined) => void;
}

/** What is personal beside what the columns say of themselves, by name of column, and whether it is shown as it is. */
interface Personal {
  labels: ReadonlyMap<string, PersonalLabel>;
  /** Where one column holds values of many attributes: what a cell holds, from the other cells of its row. */
  labelOf?: (column: string, row: (column: string) => Cell | undefined) => PersonalLabel | undefined;
  shown: boolean;
  onShow: (shown: boolean) => void;
}

/** Rows of a result of any size; only what is in view is loaded and drawn. Give `load` a stable identity: a new one starts over. */
export function Grid({
  load,
  of,
  sortable,
  label,
  foot,
  act,
  personal,
}: {
  load: LoadPage;
  /** Of how many rows these are some. */
  of?: number;
  sortable?: boolean;
  label?: string;
  foot?: React.ReactNode;
  act?: RowAct;
  personal?: Personal;
}) {
  const t = useText();
  const f = useFormats();
  const [sort, setSort] = useState<Sort>();
  const [at, setAt] = useState(0);
  const pages = usePages(load, sort);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const [range, setRange] = useState<CellRange>();
  const [copied, setCopied] = useState<'done' | 'not-yet'>();
  useEffect(() => setCopied(undefined), [range]);
  useEffect(() => setRange(undefined), [load, sort]);
  const shown = virtual.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (pages.total > 0) pages.want(first, last);
  });
  if (pages.error !== undefined) return <Failure error={pages.error} />;
  if (pages.loading) return <Progress label={t.common.loading} />;
  const widths = pages.columns.map(columnWidth);
  const turn = (column: string) =>
    setSort((was) => (was?.column !== column ? { column, descending: false } : was.descending ? undefined : { column, descending: true }));
  const size = { rows: pages.total, columns: pages.columns.length };
  const choose = (row: number, column: number, grow: boolean) =>
    setRange((was) => ({ from: grow && was ? was.from : { row, column }, to: { row, column } }));
  const keys = (event: React.KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Escape' && range) setRange(undefined);
    else {
      const next = range && movedBy(range, event.key, event.shiftKey, size);
      if (!next) return;
      setRange(next);
      virtual.scrollToIndex(next.to.row);
    }
    event.preventDefault();
  };
  const copy = (event: React.ClipboardEvent) => {
    if (!range) return;
    const named = (row: number, name: string) =>
      pages.cell(
        row,
        pages.columns.findIndex((other) => other.name === name),
      );
    const at = (row: number, c: number) => {
      const column = pages.columns[c];
      return column && seen(personal, column, pages.cell(row, c), (name) => named(row, name));
    };
    const [[top, bottom], [left, right]] = [rowsOf(range), columnsOf(range)];
    pages.want(top, bottom);
    for (let row = top; row <= bottom; row++) for (let c = left; c <= right; c++) if (at(row, c) === undefined) return setCopied('not-yet');
    event.clipboardData.setData(
      'text/plain',
      asTable(range, (row, column) => cellText(at(row, column) ?? null) ?? ''),
    );
    event.preventDefault();
    setCopied('done');
  };
  return (
    <div className="grid-frame">
      <div
        className="grid"
        ref={scroller}
        role="table"
        aria-label={label ?? t.common.gridLabel}
        aria-rowcount={pages.total}
        tabIndex={0}
        onKeyDown={keys}
        onCopy={copy}
      >
        <div role="rowgroup">
          <div className="grid-head" role="row">
            {act && <div role="columnheader" aria-label={act.label} style={{ width: actWidth }} />}
            {pages.columns.map((column, c) => {
              const direction = sort?.column === column.name ? (sort.descending ? 'descending' : 'ascending') : 'none';
              return (
                <div key={column.name} role="columnheader" aria-sort={direction} style={{ width: widths[c] }}>
                  <HeadCell column={column} direction={direction} onSort={sortable ? () => turn(column.name) : undefined} />
                </div>
              );
            })}
          </div>
        </div>
        {pages.total === 0 ? (
          <Empty icon={Table} title={t.common.noRows} text="" />
        ) : (
          <div
            role="rowgroup"
            style={{ height: virtual.getTotalSize(), width: widths.reduce((sum, w) => sum + w, act ? actWidth : 0), position: 'relative' }}
          >
            {shown.map((item) => (
              <div
                key={item.key}
                className="grid-row"
                role="row"
                aria-rowindex={item.index + 1}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {act && (
                  <div role="cell" className="grid-act" style={{ width: actWidth }}>
                    <RowActButton
                      label={act.label}
                      index={item.index}
                      at={item.index === Math.min(Math.max(at, first), last)}
                      onAt={setAt}
                      onPick={() =>
                        act.on((name) =>
                          pages.cell(
                            item.index,
                            pages.columns.findIndex((c) => c.name === name),
                          ),
                        )
                      }
                    />
                  </div>
                )}
                {pages.columns.map((column, c) => (
                  <GridCell
                    key={column.name}
                    value={seen(personal, column, pages.cell(item.index, c), (name) =>
                      pages.cell(
                        item.index,
                        pages.columns.findIndex((other) => other.name === name),
                      ),
                    )}
                    number={isNumeric(column.type)}
                    width={widths[c] ?? 0}
                    chosen={range !== undefined && rangeHas(range, item.index, c)}
                    onChoose={(grow) => choose(item.index, c, grow)}
                  />
                ))}
              </div>
            ))}
          </div>
        )}
      </div>
      <div className="grid-foot">
        <span>
          {of !== undefined && of !== pages.total
            ? t.common.rowsOf(f.number(pages.total), f.number(of))
            : t.common.rowCount(pages.exact ? f.number(pages.total) : `${f.number(pages.total)}+`)}
        </span>
        {range && (
          <span role="status">
            {copied === 'done'
              ? t.common.cellsCopied(f.number(cellsIn(range)))
              : copied === 'not-yet'
                ? t.common.cellsNotYet
                : t.common.cellsChosen(f.number(cellsIn(range)))}
          </span>
        )}
        {foot}
        {personal && (personal.labelOf || pages.columns.some((c) => c.personal !== undefined || personal.labels.has(c.name))) && (
          <Switch label={t.common.showPersonal} checked={personal.shown} onChange={personal.onShow} />
        )}
      </div>
    </div>
  );
}

function seen(
  personal: Personal | undefined,
  column: RowsPage['columns'][number],
  value: Cell | undefined,
  row: (column: string) => Cell | undefined,
): Cell | undefined {
  if (!personal || personal.shown) return value;
  const label = personal.labelOf?.(column.name, row) ?? column.personal ?? personal.labels.get(column.name);
  return label === undefined || value === undefined ? value : masked(label, value);
}

function HeadCell({
  column,
  direction,
  onSort,
}: {
  column: RowsPage['columns'][number];
  direction: 'none' | 'ascending' | 'descending';
  onSort?: () => void;
}) {
  const t = useText();
  const kind = cellKind(column.type);
  const inside = (
    <>
      <span className="truncate">{column.name}</span>
      <span className="type" title={column.type}>
        {kind ? t.common.cellKinds[kind] : column.type.toLowerCase()}
      </span>
      {direction === 'ascending' && <ArrowUp aria-label={t.common.ascending} />}
      {direction === 'descending' && <ArrowDown aria-label={t.common.descending} />}
    </>
  );
  const look = { className: 'grid-column', 'data-number': isNumeric(column.type) };
  if (!onSort) return <div {...look}>{inside}</div>;
  return (
    <button type="button" {...look} onClick={onSort} title={t.common.sortBy(column.name)}>
      {inside}
    </button>
  );
}

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

function columnWidth(column: RowsPage['columns'][number]): number {
  const named = column.name.length * 7 + Math.min(column.type.length, 6) * 6 + 44;
  return Math.min(320, Math.max(named, isNumeric(column.type) ? 100 : 140));
}
