import type { Taken } from './measure';
import type { World } from './world';

/** One line of the table. */
export interface Figure {
  row: string;
  ms: number;
  /** What it is measured against, in the same run. */
  baselineMs?: number;
  ratio?: number;
  /** Most the ratio may be; milliseconds where there is no baseline. */
  aim?: number;
  peakMb: number;
  note?: string;
}

/** What one file measures. */
export type Row = (world: World) => Promise<Figure[]>;

export function against(row: string, aim: number | undefined, { ours, baseline }: { ours: Taken; baseline: Taken }, note?: string): Figure {
  return {
    row,
    ms: ours.ms,
    baselineMs: baseline.ms,
    ratio: ours.ms / baseline.ms,
    peakMb: ours.peakMb,
    ...(aim === undefined ? {} : { aim }),
    ...(note === undefined ? {} : { note }),
  };
}

export function alone(row: string, aim: number | undefined, taken: Taken, note?: string): Figure {
  return { row, ms: taken.ms, peakMb: taken.peakMb, ...(aim === undefined ? {} : { aim }), ...(note === undefined ? {} : { note }) };
}
