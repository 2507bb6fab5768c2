import { unreachable } from '../../../../core/base/never';
import { isArrowSelected, withArrow } from '../../../state/arrows';
import type { Selection } from '../../../state/look';
import type { ActivityRow, AnnotationRow, OutlineRow } from './outline';

/** What can be selected together with others. */
type Joinable = ActivityRow | AnnotationRow;
export const isJoinable = (row: OutlineRow): row is Joinable => row.kind === 'activity' || row.kind === 'annotation';

const together = (rows: readonly Joinable[]): Selection => {
  const of = (kind: Joinable['kind']) => rows.flatMap((row) => (row.kind === kind ? [row.id] : []));
  const annotations = of('annotation');
  return { activities: of('activity'), ...(annotations.length > 0 ? { annotations } : {}) };
};

/** A line alone. */
export function only(row: OutlineRow): Selection {
  switch (row.kind) {
    case 'activity':
    case 'annotation':
      return together([row]);
    case 'arrow':
      return withArrow(row.arrow);
    case 'output':
      return { activities: [row.from], output: row.output };
    default:
      return unreachable(row);
  }
}

export function isChosen(row: OutlineRow, selection: Selection): boolean {
  switch (row.kind) {
    case 'activity':
      return selection.output === undefined && selection.activities.includes(row.id);
    case 'annotation':
      return selection.annotations?.includes(row.id) ?? false;
    case 'arrow':
      return isArrowSelected(selection, row.arrow);
    case 'output':
      return row.output === selection.output && row.from === selection.activities[0];
    default:
      return unreachable(row);
  }
}

/** From one line to another, with all that can be selected together between them. */
export function between(rows: readonly OutlineRow[], from: string | undefined, to: string): Selection {
  const [a, b] = [from ?? to, to].map((key) => rows.findIndex((row) => row.key === key)) as [number, number];
  return together(rows.slice(Math.min(a, b), Math.max(a, b) + 1).filter(isJoinable));
}

/** Adds a line to what is selected, or takes it out. */
export function toggled(rows: readonly OutlineRow[], selection: Selection, row: OutlineRow): Selection {
  if (!isJoinable(row)) return only(row);
  return together(rows.filter(isJoinable).filter((one) => isChosen(one, selection) !== (one.key === row.key)));
}

/** The line that what is selected stands on: the first, and where an output has no line of its own, its activity. */
export function lineOf(rows: readonly OutlineRow[], selection: Selection): string | undefined {
  const [id = selection.annotations?.[0]] = selection.activities;
  const found = rows.find((row) => isChosen(row, selection))?.key;
  return found ?? (id !== undefined && rows.some((row) => row.key === id) ? id : undefined);
}

/** Where one stands in the outline: on a line, which may not be selected, and where Shift began to select from. */
export interface Standing {
  at: string | undefined;
  from: string | undefined;
  /** When this was what is selected; else something else was selected meanwhile. */
  selection: Selection | undefined;
}

/** Where one stands once something else was selected: there still, if that is selected too. */
export function standingIn(rows: readonly OutlineRow[], was: Standing, selection: Selection): Standing {
  if (was.selection === selection && rows.some((row) => row.key === was.at)) return was;
  const stays = rows.some((row) => row.key === was.at && isChosen(row, selection));
  const at = stays ? was.at : lineOf(rows, selection);
  return { at, from: at, selection };
}
