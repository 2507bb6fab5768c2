import { create } from 'zustand';
import type { ReadAs } from '../../core/model/recipe';

/** What of a file is one table: a file of an archive, a sheet of a workbook. */
export type Part = Pick<ReadAs, 'member' | 'sheet'>;

/** A file waiting to be imported, by its path on the host's disk. */
export interface Waiting {
  /** Tells it from the same file before it. */
  turn: number;
  path: string;
  /** What of it is next; what is found first where nothing is said. */
  part: Part;
  /** What of it was loaded. */
  loaded: readonly Part[];
  /** What of it is left, as far as that is known. */
  left: readonly Part[];
}

/** One table of what waits. */
export interface Table {
  file: Waiting;
  part: Part;
}

/** The first one is in the import dialog. */
export const useImports = create<{ waiting: Waiting[] }>(() => ({ waiting: [] }));

/** What files of data are called at their end. */
export const fileExtensions = ['csv', 'tsv', 'txt', 'json', 'ndjson', 'jsonl', 'parquet', 'xlsx', 'gz', 'zip'];

let turns = 0;
const nextTurn = () => ++turns;

export function queueImports(paths: readonly string[]): void {
  const more = paths.map((path) => ({ turn: nextTurn(), path, part: {}, loaded: [], left: [] }));
  useImports.setState((state) => ({ waiting: [...state.waiting, ...more] }));
}

export function nextImport(): void {
  useImports.setState((state) => ({ waiting: state.waiting.slice(1) }));
}

/** None of the files that wait is imported; what was loaded stays. */
export function leaveImports(): void {
  useImports.setState({ waiting: [] });
}

/** Another part of the file in the dialog, once one was loaded. */
export function nextPart(part: Part, loaded: readonly Part[], left: readonly Part[]): void {
  useImports.setState(({ waiting: [first, ...rest] }) => ({
    waiting: first ? [{ ...first, turn: nextTurn(), part, loaded, left }, ...rest] : rest,
  }));
}

/** What is known to be left of files, as tables. */
export const tablesOf = (files: readonly Waiting[]): Table[] =>
  files.flatMap((file) => [file.part, ...file.left].map((part) => ({ file, part })));

/** Files behind the one in the dialog of which tables were loaded wait only for what is left of them. */
export function settleTables(loaded: readonly Table[], left: readonly Table[]): void {
  useImports.setState(({ waiting: [first, ...rest] }) => {
    const settled = rest.flatMap((file): Waiting[] => {
      const partsOf = (tables: readonly Table[]) => tables.flatMap((table) => (table.file.turn === file.turn ? [table.part] : []));
      const [part, ...later] = partsOf(left);
      if (part) return [{ ...file, part, loaded: [...file.loaded, ...partsOf(loaded)], left: later }];
      return partsOf(loaded).length > 0 ? [] : [file];
    });
    return { waiting: first ? [first, ...settled] : settled };
  });
}
