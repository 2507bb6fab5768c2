import type { Activity, Transition } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { arrowKey } from '../../../state/arrows';
import { outputsOf } from '../../../state/outputs';
import { groupOf } from '../annotations/edits';

interface Place {
  key: string;
  level: number;
  /** The key of the line it hangs from. */
  parent: string | undefined;
}

/** An activity; `also` are those that lead to it beside the one it hangs from. */
export type ActivityRow = Place & { kind: 'activity'; id: string; also: string[] };
export type ArrowRow = Place & { kind: 'arrow'; arrow: Transition };
/** One of several outputs of an activity, which no arrow leaves. */
export type OutputRow = Place & { kind: 'output'; from: string; output: string };
export type AnnotationRow = Place & { kind: 'annotation'; id: string };

/** One line of the outline. */
export type OutlineRow = ActivityRow | ArrowRow | OutputRow | AnnotationRow;

/**
 * The flow as a tree: each activity once, below the first that leads to it and behind its arrow, in the order of the outputs; then groups
 * and notes.
 */
export function outlineOf(campaign: Campaign): OutlineRow[] {
  const { activities, transitions } = campaign.flow;
  const named = new Map(activities.map((activity) => [activity.id, activity]));
  const leaving = arrowsBy('from', transitions);
  const arriving = arrowsBy('to', transitions);
  const rows: OutlineRow[] = [];
  const seen = new Set<string>();
  const visit = (id: string, level: number, parent?: string) => {
    const activity = named.get(id);
    if (!activity || seen.has(id)) return;
    seen.add(id);
    const others = arriving.get(id)?.flatMap(({ from }) => (from === parent ? [] : [from]));
    rows.push({ kind: 'activity', key: id, level, parent, id, also: [...new Set(others)] });
    for (const way of waysFrom(activity, leaving.get(id) ?? [])) {
      const place = { level: level + 1, parent: id };
      if (typeof way === 'string') {
        rows.push({ kind: 'output', key: `${id}/${way}`, ...place, from: id, output: way });
      } else {
        rows.push({ kind: 'arrow', key: arrowKey(way), ...place, arrow: way });
        visit(way.to, level + 1, id);
      }
    }
  };
  for (const { id } of activities) if (!arriving.has(id)) visit(id, 1);
  // What only a circle leads to.
  for (const { id } of activities) visit(id, 1);
  return [...rows, ...annotationRows(campaign)];
}

function arrowsBy(end: 'from' | 'to', arrows: readonly Transition[]): ReadonlyMap<string, Transition[]> {
  const found = new Map<string, Transition[]>();
  for (const arrow of arrows) {
    const others = found.get(arrow[end]);
    if (others) others.push(arrow);
    else found.set(arrow[end], [arrow]);
  }
  return found;
}

/** The arrows of an activity by its outputs, and of several outputs also those without any. */
function waysFrom(activity: Activity, arrows: readonly Transition[]): (Transition | string)[] {
  const outputs = outputsOf(activity);
  const known = outputs.flatMap((output): (Transition | string)[] => {
    const of = arrows.filter((arrow) => arrow.output === output);
    return of.length === 0 && outputs.length > 1 ? [output] : of;
  });
  return [...known, ...arrows.filter(({ output }) => !outputs.includes(output))];
}

/** Below the flow: groups with their notes, then the notes of no group. */
function annotationRows(campaign: Campaign): AnnotationRow[] {
  const row = (id: string, parent?: string): AnnotationRow => ({
    kind: 'annotation',
    key: id,
    level: parent === undefined ? 1 : 2,
    parent,
    id,
  });
  const notes = Object.keys(campaign.notes ?? {}).sort();
  const groups = Object.keys(campaign.groups ?? {}).sort();
  return [
    ...groups.flatMap((group) => [row(group), ...notes.filter((id) => groupOf(campaign, id) === group).map((id) => row(id, group))]),
    ...notes.filter((id) => groupOf(campaign, id) === undefined).map((id) => row(id)),
  ];
}

/** Where a key leads from a line; undefined when nowhere. */
export function walkOutline(rows: readonly OutlineRow[], from: string | undefined, key: string): string | undefined {
  const at = rows.findIndex((row) => row.key === from);
  const here = rows[at];
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1]?.key;
    case 'ArrowUp':
      return rows[Math.max(at - 1, 0)]?.key;
    case 'Home':
      return rows[0]?.key;
    case 'End':
      return rows.at(-1)?.key;
    case 'ArrowLeft':
      return here?.parent;
    case 'ArrowRight':
      return rows.find((row) => row.parent === here?.key)?.key;
    default:
      return undefined;
  }
}
