import type { Dialect } from '../../../model/recipe';

export type Layout = Pick<Dialect, 'delimiter' | 'quote' | 'escape' | 'terminator' | 'starts' | 'aligned' | 'trim' | 'ruled'>;

/** What is wrong with the quotes of a record; `unclosed` reaches over lines. */
export type Flaw = 'stray' | 'unclosed';

/** A record cut out of text. */
export interface Cut {
  values: string[];
  /** Those that stood in quotes. */
  quoted: boolean[];
  /** Where the record's own text ends, and where the next one begins. */
  textEnd: number;
  end: number;
  blank: boolean;
  flaw?: Flaw;
}

/** The cut at `at`, or undefined where the text ends before the record may; never so when it is the last text. */
export type Cutter = (text: string, at: number, last: boolean) => Cut | undefined;

export interface End {
  /** Where what ends a record begins, and where it is over. */
  start: number;
  end: number;
}

/** Finds the end of a record from `at` on. @returns undefined where none is there, or it may be longer than the text shows */
export type EndFinder = (text: string, at: number, last: boolean) => End | undefined;
