import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { RowsPage } from '../../core/model/report';
import type { Cell } from '../../core/model/value';

export const pageSize = 200;

export interface Sort {
  column: string;
  descending: boolean;
}

export type LoadPage = (window: { offset: number; limit: number }, sort: Sort | undefined, signal: AbortSignal) => Promise<RowsPage>;

const noColumns: RowsPage['columns'] = [];

interface Pages {
  columns: RowsPage['columns'];
  /** Exact rows of the result, or as many as are known to exist. */
  total: number;
  exact: boolean;
  /** The page of a row, once it is loaded. */
  page: (row: number) => RowsPage | undefined;
  cell: (row: number, column: number) => Cell | undefined;
  /** Makes sure that these rows are being loaded. */
  want: (first: number, last: number) => void;
  loading: boolean;
  error: unknown;
}

/** Pages of a result, loaded as they come into view and forgotten when `load` or `sort` change. */
export function usePages(load: LoadPage, sort: Sort | undefined): Pages {
  const pages = useRef(new Map<number, RowsPage | 'asked'>());
  const control = useRef(new AbortController());
  const [, redraw] = useState(0);
  const [error, setError] = useState<unknown>();
  const [head, setHead] = useState<RowsPage>();

  const ask = useCallback(
    (page: number) => {
      if (pages.current.has(page)) return;
      const kept = pages.current;
      const signal = control.current.signal;
      kept.set(page, 'asked');
      load({ offset: page * pageSize, limit: pageSize }, sort, signal).then(
        (rows) => {
          if (signal.aborted) return;
          kept.set(page, rows);
          // Rows are drawn bit by bit.
          startTransition(() => {
            setHead((known) => known ?? rows);
            redraw((n) => n + 1);
          });
        },
        (reason: unknown) => {
          if (!signal.aborted) setError(reason);
        },
      );
    },
    [load, sort],
  );

  useEffect(() => {
    const mine = new AbortController();
    control.current = mine;
    pages.current = new Map();
    setError(undefined);
    setHead(undefined);
    ask(0);
    return () => mine.abort();
  }, [ask]);

  const known = [...pages.current].reduce((most, [, page]) => (page === 'asked' ? most : Math.max(most, page.offset + page.rows)), 0);
  const total = head?.total ?? known;
  const pageOf = (row: number) => {
    const page = pages.current.get(Math.floor(row / pageSize));
    return page === 'asked' ? undefined : page;
  };
  return {
    columns: head?.columns ?? noColumns,
    total,
    exact: head?.total !== null,
    page: pageOf,
    cell: (row, column) => pageOf(row)?.values[column]?.[row % pageSize],
    want: (first, last) => {
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) ask(page);
      if (head?.total === null && last >= known - 1 && known > 0 && known % pageSize === 0) ask(known / pageSize);
    },
    loading: !head && error === undefined,
    error,
  };
}
