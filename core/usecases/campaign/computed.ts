import type { Problem } from '../../base/problems';
import type { StatementOptions } from '../../ports/engine';
import type { Made } from './work-log';

export interface Computed {
  /** Exact rows of every table that could be computed, by name. */
  rows: Map<string, number>;
  reused: number;
  computed: number;
  /** What went wrong while computing, at the activity that made it. */
  problems: Problem[];
}

export interface ComputeOptions {
  signal?: StatementOptions['signal'];
  /** Hears of every statement that made something, when it has. */
  onMade?: (made: Made) => void;
  onStep?: (done: number, steps: number, rows: ReadonlyMap<string, number>) => void;
  /** Tables whose rows are needed, not only their counts. */
  needRows?: ReadonlySet<string>;
  /** Tables that are to be read by their names, be they views. */
  readable?: ReadonlySet<string>;
  /** From how many rows on nodes are counted together before they are kept; never where left out. */
  countsFirst?: number;
  /** Whether this is what the campaign is now: the large tables of what it was before give their room to it. */
  supersedes?: boolean;
}
