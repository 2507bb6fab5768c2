import type { Campaign } from '../../../../core/model/campaign';
import { groupOf } from '../annotations/edits';

/** One line of the outline. `via` is the output it hangs from; `also` what else leads to it. */
export interface OutlineRow {
  id: string;
  level: number;
  parent: string | undefined;
  via: string | undefined;
  also: string[];
}

/** The flow as a tree: each activity once, below the first that leads to it, in the order of the outputs; then groups and notes. */
export function outlineOf(campaign: Campaign): OutlineRow[] {
  const { activities, transitions } = campaign.flow;
  const rows: OutlineRow[] = [];
  const seen = new Set<string>();
  const visit = (id: string, level: number, parent?: string, via?: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    const also = transitions.filter((t) => t.to === id && t.from !== parent).map((t) => t.from);
    rows.push({ id, level, parent, via, also: [...new Set(also)] });
    for (const next of transitions) if (next.from === id) visit(next.to, level + 1, id, next.output);
  };
  const begins = (id: string) => !transitions.some((t) => t.to === id);
  for (const { id } of activities) if (begins(id)) visit(id, 1);
  // What only a circle leads to.
  for (const { id } of activities) visit(id, 1);
  return [...rows, ...annotationRows(campaign)];
}

/** Below the flow: groups with their notes, then the notes of no group. */
function annotationRows(campaign: Campaign): OutlineRow[] {
  const row = (id: string, parent?: string): OutlineRow => ({ id, level: parent === undefined ? 1 : 2, parent, via: undefined, also: [] });
  const notes = Object.keys(campaign.notes ?? {}).sort();
  const groups = Object.keys(campaign.groups ?? {}).sort();
  return [
    ...groups.flatMap((group) => [row(group), ...notes.filter((id) => groupOf(campaign, id) === group).map((id) => row(id, group))]),
    ...notes.filter((id) => groupOf(campaign, id) === undefined).map((id) => row(id)),
  ];
}

/** Where a key leads from a line; undefined when nowhere. */
export function walkOutline(rows: readonly OutlineRow[], from: string | undefined, key: string): string | undefined {
  const at = rows.findIndex((row) => row.id === from);
  const here = rows[at];
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1]?.id;
    case 'ArrowUp':
      return rows[Math.max(at - 1, 0)]?.id;
    case 'Home':
      return rows[0]?.id;
    case 'End':
      return rows.at(-1)?.id;
    case 'ArrowLeft':
      return here?.parent;
    case 'ArrowRight':
      return rows.find((row) => row.parent === here?.id)?.id;
    default:
      return undefined;
  }
}
