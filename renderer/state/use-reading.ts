import { useEffect, useMemo, useRef, useState } from 'react';
import type { FileParts, ImportPreview, TriedReading } from '../../core/model/data-report';
import type { FileColumn, FileSource, ReadAs } from '../../core/model/recipe';
import { isCancelled } from './failures';
import { call } from './host';
import { type Asked, useAsked } from './use-asked';
import { useParts } from './use-parts';
import { useSettled } from './use-settled';

/** A file as it is read, and what its columns become. */
export interface Reading {
  preview: ImportPreview | undefined;
  /** The file as a recipe keeps it, as it was read last. */
  source: FileSource | undefined;
  /** What is said of how it is to be read. */
  how: ReadAs;
  columns: FileColumn[];
  error: unknown;
  /** It is being read again. */
  busy: boolean;
  read: (how: ReadAs) => void;
  setColumns: (columns: FileColumn[]) => void;
  /** What can be chosen of it, asked for where columns are being picked or it could not be read. */
  parts: Asked<FileParts>;
  picking: boolean;
  setPicking: (picking: boolean) => void;
}

/** Reads a file again whenever what is said of it changes; columns that were changed stay so where they are still there. */
export function useReading(path: string, saved: { how: ReadAs; columns: FileColumn[] } = { how: {}, columns: [] }): Reading {
  const [how, read] = useState(saved.how);
  const [seen, setSeen] = useState<{ preview: ImportPreview; how: ReadAs }>();
  const [columns, setColumns] = useState(saved.columns);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(true);
  const changed = useRef(new Map(saved.columns.map((c) => [c.source, c])));
  const kept = useRef(saved.columns.length > 0);
  useEffect(() => {
    const control = new AbortController();
    setBusy(true);
    call('import.preview', { path, ...how }, { signal: control.signal }).then(
      (preview) => {
        if (control.signal.aborted) return;
        setError(undefined);
        setSeen({ preview, how });
        if (!kept.current) setColumns(preview.columns.map((c) => changed.current.get(c.source) ?? c));
        kept.current = false;
        setBusy(false);
      },
      (reason: unknown) => {
        if (control.signal.aborted || isCancelled(reason)) return;
        setError(reason);
        setBusy(false);
      },
    );
    return () => control.abort();
  }, [path, how]);
  const change = (next: FileColumn[]) => {
    for (const column of next) if (!columns.includes(column)) changed.current.set(column.source, column);
    setColumns(next);
  };
  const [picking, setPicking] = useState(false);
  const parts = useParts(path, how, picking || (!seen && error !== undefined));
  const source = useMemo(() => seen && sourceOf(seen.preview, seen.how), [seen]);
  return { preview: seen?.preview, source, how, columns, error, busy, read, setColumns: change, parts, picking, setPicking };
}

/** The file as a recipe keeps it. */
export function sourceOf({ path, format, dialect, sheet, member }: ImportPreview, { flatten, allFields, only }: ReadAs): FileSource {
  return {
    path,
    format,
    ...(dialect ? { dialect } : {}),
    ...(sheet === undefined ? {} : { sheet }),
    ...(member === undefined ? {} : { member }),
    ...(flatten ? { flatten } : {}),
    ...(allFields ? { allFields } : {}),
    ...(only ? { only } : {}),
  };
}

/** What the beginning of the file becomes; `fresh` where that is what is asked now, else it is of a moment ago. */
export function useTried({ source, columns }: Pick<Reading, 'source' | 'columns'>, key: readonly string[]) {
  const asked = source && columns.some((c) => !c.ignore) ? { source, columns, key } : null;
  const now = JSON.stringify(asked);
  const meant = useSettled(now, 250);
  const ask = useMemo(() => {
    const input: { source: FileSource; columns: FileColumn[]; key: string[] } | null = JSON.parse(meant);
    return input === null ? undefined : (signal: AbortSignal) => call('import.try', input, { signal });
  }, [meant]);
  const { value, error } = useAsked(ask);
  const last = useRef<TriedReading>(undefined);
  if (value) last.current = value;
  return { tried: last.current, fresh: value !== undefined && now === meant, error };
}
