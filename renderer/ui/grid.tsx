import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, Table } from 'lucide-react';
import { startTransition, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { RowsPage } from '../../core/model/report';
import { useFormats, useText } from '../text/use-text';
import { asTable, type CellRange, cellsIn, columnsOf, movedBy, rowsOf } from './cell-range';
import { type CellKind, cellKind, cellText, isNumeric } from './cells';
import { Switch } from './choice';
import { Empty } from './empty';
import { actWidth, GridRow, type Personal, type RowAct, seen } from './grid-row';
import { type LoadPage, type Sort, usePages } from './pages';
import { Failure } from './problem-notice';
import { Progress } from './progress';

const rowHeight = 26;
/** Rows above and below those in view, once those are there. */
const beyond = 12;
const noRows: VirtualItem[] = [];

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
  const [overscan, setOverscan] = useState(0);
  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
  });
  const [range, setRange] = useState<CellRange>();
  const [copied, setCopied] = useState<'done' | 'not-yet'>();
  useEffect(() => setCopied(undefined), [range]);
  useEffect(() => setRange(undefined), [load, sort]);
  const shown = virtual.getVirtualItems();
  // Bit by bit, so that nothing waits for all of them.
  const drawn = useDeferredValue(shown, noRows);
  const areThere = drawn.length > 0;
  useEffect(() => {
    if (areThere) startTransition(() => setOverscan(beyond));
  }, [areThere]);
  const { columns } = pages;
  const widths = useMemo(() => columns.map(columnWidth), [columns]);
  const choose = useCallback(
    (row: number, column: number, grow: boolean) =>
      setRange((was) => ({ from: grow && was ? was.from : { row, column }, to: { row, column } })),
    [],
  );
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (pages.total > 0) pages.want(first, last);
  });
  if (pages.error !== undefined) return <Failure error={pages.error} />;
  if (pages.loading) return <Progress label={t.common.loading} />;
  const turn = (column: string) =>
    setSort((was) => (was?.column !== column ? { column, descending: false } : was.descending ? undefined : { column, descending: true }));
  const size = { rows: pages.total, columns: columns.length };
  const rows = range && rowsOf(range);
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
        columns.findIndex((other) => other.name === name),
      );
    const at = (row: number, c: number) => {
      const column = columns[c];
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
            {columns.map((column, c) => {
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
            className="grid-rows"
            style={{ height: virtual.getTotalSize(), width: widths.reduce((sum, w) => sum + w, act ? actWidth : 0) }}
          >
            {drawn.map(({ key, index, start }) => (
              <GridRow
                key={key}
                row={index}
                top={start}
                columns={columns}
                widths={widths}
                page={pages.page(index)}
                personal={personal}
                act={act}
                at={index === Math.min(Math.max(at, first), last)}
                onAt={setAt}
                chosen={rows && rows[0] <= index && index <= rows[1] ? range : undefined}
                onChoose={choose}
              />
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
        {personal && (personal.labelOf || columns.some((c) => c.personal !== undefined || personal.labels.has(c.name))) && (
          <Switch label={t.common.showPersonal} checked={personal.shown} onChange={personal.onShow} />
        )}
      </div>
    </div>
  );
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

/** Moments have room for their seconds. */
const leastWidth: Record<CellKind, number> = { number: 100, yes: 100, date: 100, moment: 170, text: 140 };

function columnWidth(column: RowsPage['columns'][number]): number {
  const named = column.name.length * 7 + Math.min(column.type.length, 6) * 6 + 44;
  return Math.min(320, Math.max(named, leastWidth[cellKind(column.type) ?? 'text']));
}
