import type { Transition } from '../../core/model/activity';

/**
 * What of a campaign is selected. `output` is one of the only activity, and then that is selected and not the activity; `arrow` is the
 * one that leaves it, where it is one. Annotations are notes and groups.
 */
export interface Selection {
  activities: string[];
  annotations?: string[];
  output?: string;
  arrow?: Transition;
}

export const dockTabs = ['rows', 'distribution', 'exclusions', 'why', 'sql', 'problems', 'log'] as const;

/** What the dock shows; `open` unless it is hidden but for its tabs. `picked` is the output asked for there of what is selected. */
export interface DockLook {
  tab: (typeof dockTabs)[number];
  open: boolean;
  picked?: { from: Selection; output: string };
}

/** How a campaign was looked at: `middle` is what stood in the middle of the canvas. */
export interface Look {
  selection?: Selection;
  middle?: { x: number; y: number; zoom: number };
  outlined?: boolean;
  dock?: DockLook;
}
