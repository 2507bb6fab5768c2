import type { Activity, ActivityType, Transition } from '../../../../core/model/activity';
import type { PostalAddress } from '../../../../core/model/message';
import { isArrowSelected, withArrow } from '../../../state/arrows';
import { edit, select, useCampaign } from '../../../state/campaign';
import { useData } from '../../../state/data';
import { freshId } from '../../../state/fresh-id';
import { useLibrary } from '../../../state/library';
import { complementOutput } from '../../../state/outputs';
import { entityNamed, stepsFrom } from '../../../state/reach';
import { useSession } from '../../../state/session';
import type { Text } from '../../../text/use-text';
import { chosenOf } from '../annotations/chosen';
import { chosenWords } from '../annotations/chosen-words';
import { removeAnnotations } from '../annotations/edits';
import {
  addActivity,
  changeActivity,
  disconnect,
  insertActivity,
  place,
  reconnect,
  removeActivities,
  type Spot,
  setDisabled,
} from '../edits';
import { excerptOf, pasteExcerpt } from '../excerpts';
import { newActivity } from '../new-activity';
import { columnsFrom, dimensionOut } from '../population';
import { type Alignment, align } from './align';
import { nodeSize } from './geometry';
import { freeBelow, roomOn } from './room';
import { notesAlong, spotsOf, tidy } from './tidy';

/** Adds an activity: on its own, behind an output, or into the middle of an arrow; then selects it. */
export function add(type: ActivityType, t: Text, where: { after?: { from: string; output: string }; into?: Transition } = {}): void {
  const { campaign } = useCampaign.getState();
  if (!campaign) return;
  const { model } = useData.getState();
  const audiences = useLibrary.getState().audiences ?? [];
  const id = freshId(
    type,
    campaign.flow.activities.map((a) => a.id),
  );
  const source = campaign.flow.activities.find((a) => a.id === (where.after ?? where.into)?.from);
  const usual = useSession.getState().settings?.profile?.entity ?? model.entities[0]?.name ?? '?';
  const found = source && dimensionOut(campaign, model, audiences, source);
  const entity = entityNamed(model, found) ?? entityNamed(model, usual);
  const dimension = entity?.name ?? usual;
  const activity = newActivity(type, id, {
    dimension,
    key: entity?.key[0] ?? 'id',
    attributes: entity?.attributes ?? [],
    added: source ? columnsFrom(campaign, model, audiences, source) : [],
    audience: audiences[0]?.id,
    link: stepsFrom(model, dimension)[0]?.name,
    segment: t.campaign.segment,
    alertTitle: t.steer.alertTitle,
    address: addressOf(useSession.getState().settings?.profile?.postal),
  });
  const label = t.campaign.edits.add(t.campaign.activities[type].name);
  const into = where.into;
  if (into) {
    edit(label, (c) => {
      const { campaign, at } = roomOn(c, into);
      return insertActivity(campaign, activity, at, into);
    });
  } else edit(label, (c) => addActivity(c, activity, freeSpot(spotsOf(c), source?.id), where.after));
  select({ activities: [id] });
}

function addressOf(postal: PostalAddress | undefined): string[] {
  if (!postal) return [];
  const { name, lines, postcode, city, region, country } = postal;
  return [...name, ...lines, postcode, city, ...(region ? [region] : []), country];
}

/** To the right of the source, or below everything, where nothing is yet. */
function freeSpot(spots: Readonly<Record<string, Spot>>, source: string | undefined): Spot {
  const all = Object.values(spots);
  const from = source === undefined ? undefined : spots[source];
  const spot = from
    ? { x: from.x + nodeSize.width + 96, y: from.y }
    : { x: Math.min(0, ...all.map((s) => s.x)), y: all.length ? Math.max(...all.map((s) => s.y)) + 130 : 0 };
  return freeBelow(spot, all);
}

/** Removes what is selected, groups with all that is in them. */
export function removeSelected(t: Text, says = t.campaign.edits.delete): void {
  const { campaign, selection } = useCampaign.getState();
  if (!campaign) return;
  const { activities, notes, groups } = chosenOf(campaign, selection);
  const label = says(chosenWords(campaign, [...activities, ...notes], t));
  edit(label, (c) => removeAnnotations(removeActivities(c, activities), [...notes, ...groups]));
}

/** Removes the selected arrow, or all of the selected output. */
export function disconnectSelected(t: Text): void {
  const { selection } = useCampaign.getState();
  edit(t.campaign.edits.disconnect, (c) =>
    disconnect(
      c,
      c.flow.transitions.filter((arrow) => isArrowSelected(selection, arrow)),
    ),
  );
}

/** Leads an arrow to another activity and keeps it selected. */
export function leadArrow(arrow: Transition, to: string, t: Text): void {
  const { from, output } = arrow;
  edit(t.campaign.edits.reconnect, (c) => reconnect(c, arrow, from, output, to));
  const led = useCampaign.getState().campaign?.flow.transitions.find((a) => a.from === from && a.output === output && a.to === to);
  if (led) select(withArrow(led));
}

export function duplicateSelected(t: Text): void {
  const { campaign, selection } = useCampaign.getState();
  const chosen = campaign && chosenOf(campaign, selection);
  if (!chosen || chosen.activities.length + chosen.notes.length === 0) return;
  const done = pasteExcerpt(campaign, excerptOf(campaign, chosen));
  const what = chosenWords(campaign, [...chosen.activities, ...chosen.notes], t);
  edit(t.campaign.edits.duplicate(what), () => done.campaign);
  select(done.copies);
}

export function toggleSelected(t: Text): void {
  const { campaign, selection } = useCampaign.getState();
  const ids = campaign ? chosenOf(campaign, selection).activities : [];
  const chosen = campaign?.flow.activities.filter((a) => ids.includes(a.id)) ?? [];
  if (!campaign || chosen.length === 0) return;
  const disable = chosen.some((a) => !a.disabled);
  const label = (disable ? t.campaign.edits.disable : t.campaign.edits.enable)(chosenWords(campaign, ids, t));
  edit(label, (c) => setDisabled(c, ids, disable));
}

export function tidyAll(t: Text): void {
  edit(t.campaign.edits.tidy, (c) => {
    const spots = tidy(c);
    return place(c, { ...spots, ...notesAlong(c, spots) });
  });
}

export function alignSelected(alignment: Alignment, t: Text): void {
  const { campaign, selection } = useCampaign.getState();
  const ids = [...selection.activities, ...(selection.annotations ?? [])];
  if (campaign) edit(t.campaign.edits.align(chosenWords(campaign, ids, t)), (c) => place(c, align(c, ids, alignment)));
}

/** Passes on what an activity leaves out, too, and shows who that is. */
export function passOnRest(id: string, t: Text): void {
  edit(t.campaign.edits.rest, (c) => {
    const activity = c.flow.activities.find((a) => a.id === id);
    return activity ? changeActivity(c, { ...activity, complement: true } as Activity) : c;
  });
  select({ activities: [id], output: complementOutput });
}
