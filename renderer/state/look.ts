/** What of a campaign is selected. `output` is the one whose transition was clicked; annotations are notes and groups. */
export interface Selection {
  activities: string[];
  annotations?: string[];
  output?: string;
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
