import { create } from 'zustand';
import { redo as bringBack, type History, joinsLast, edit as record, undo as takeBack } from '../../core/history/history';
import { sameJson } from '../../core/history/patch';
import type { Campaign } from '../../core/model/campaign';
import { sameArrow } from './arrows';
import { type CountingWords, forgetCounts, recount } from './counts';
import { attempt, fail } from './failures';
import { call } from './host';
import { refreshCampaigns, useLibrary } from './library';
import type { Selection } from './look';
import { requireSavable } from './savable';
import { go, keepLook, lookOf, useSession } from './session';
import { readingOthers, staleActivities } from './stale';
import * as journal from './undo-journal';
import { askWhy } from './why';

interface Open {
  campaign: Campaign | null;
  history: History<Campaign> | null;
  /** What the inspector and the dock talk about. */
  selection: Selection;
  saved: 'saved' | 'saving' | 'unsaved' | 'failed';
}

const closed: Open = { campaign: null, history: null, selection: { activities: [] }, saved: 'saved' };

export const useCampaign = create<Open>(() => closed);

/** Campaigns that were left with edits that could not be saved. */
const unsaved = new Map<string, History<Campaign>>();
const keyOf = ({ id }: Campaign) => `${useSession.getState().workspace?.folder} ${id}`;

type Words = CountingWords & { elsewhere: string };
let words: Words = { counting: '', keeping: '', elsewhere: '' };
let timer: ReturnType<typeof setTimeout> | undefined;

/** Opens a campaign on the canvas with all that can be undone of it. `said` names its counting in the status line. */
export async function openCampaign(saved: Campaign, said: Words, isWanted: () => boolean): Promise<void> {
  const left = unsaved.get(keyOf(saved));
  const [history, { look }] = await Promise.all([left ?? journal.open(saved, said.elsewhere), call('campaign.look', { id: saved.id })]);
  if (!isWanted()) return;
  words = said;
  forgetCounts(look);
  askWhy(undefined);
  unsaved.delete(keyOf(saved));
  const known = new Set(history.present.flow.activities.map((activity) => activity.id));
  const shown = useCampaign.getState();
  const selected = shown.campaign?.id === saved.id ? shown.selection : (lookOf(saved.id).selection ?? closed.selection);
  const selection = stillThere(selected, history.present, known);
  useCampaign.setState({ campaign: history.present, history, selection, saved: left ? 'failed' : 'saved' });
  recount(history.present, new Set(), words);
}

/** Shows the open campaign as it is saved, or the list where it is gone. What is not saved of it here is lost. */
export async function showCampaignAsSaved(): Promise<void> {
  const { campaign } = useCampaign.getState();
  if (!campaign) return;
  await refreshCampaigns();
  const found = useLibrary.getState().campaigns?.find((c) => c.id === campaign.id);
  clearTimeout(timer);
  unsaved.delete(keyOf(campaign));
  if (found) return openCampaign(found, words, () => useCampaign.getState().campaign?.id === found.id);
  useCampaign.setState(closed);
  go('campaigns');
}

/** The same where another window changed it and nothing of it waits to be saved here. */
export async function lookAtCampaignAgain(): Promise<void> {
  const { campaign, saved } = useCampaign.getState();
  const found = useLibrary.getState().campaigns?.find((c) => c.id === campaign?.id);
  if (campaign && saved === 'saved' && !sameJson(found, campaign)) await showCampaignAsSaved();
}

/** What cannot be saved is there again when the campaign is opened again. */
export async function closeCampaign(): Promise<void> {
  const { campaign, history, selection } = useCampaign.getState();
  const saving = saveNow();
  if (campaign) keepLook(campaign.id, { selection });
  forgetCounts();
  useCampaign.setState(closed);
  try {
    await saving;
  } catch (error) {
    if (campaign && history) unsaved.set(keyOf(campaign), history);
    throw error;
  }
}

/** Makes another moment of the history the present: saves it, and counts what it changed. */
function become(history: History<Campaign>): void {
  const { campaign: before, selection } = useCampaign.getState();
  const campaign = history.present;
  if (!before || before === campaign) return;
  const known = new Set(campaign.flow.activities.map((activity) => activity.id));
  useCampaign.setState({ campaign, history, saved: 'unsaved', selection: stillThere(selection, campaign, known) });
  clearTimeout(timer);
  timer = setTimeout(() => attempt(saveNow), 400);
  const stale = staleActivities(before, campaign);
  const gone = before.flow.activities.some((activity) => !known.has(activity.id));
  if (stale.size > 0 || gone) recount(campaign, stale, words, readingOthers(before, campaign));
}

function stillThere(selection: Selection, { flow, notes, groups }: Campaign, known: ReadonlySet<string>): Selection {
  const { output, arrow } = selection;
  const activities = selection.activities.filter((id) => known.has(id));
  const annotations = selection.annotations?.filter((id) => notes?.[id] || groups?.[id]);
  const all = activities.length === selection.activities.length && annotations?.length === selection.annotations?.length;
  if (!all) return { activities, ...(annotations?.length ? { annotations } : {}) };
  const isCut = arrow !== undefined && !flow.transitions.some((transition) => sameArrow(transition, arrow));
  // What was pressed for the arrow must not meet its activity next.
  return isCut ? { activities, ...(output === undefined ? {} : { output }) } : selection;
}

let step: string | undefined;

/** An edit made inside is a step of its own with this label, whichever form makes it. */
export function asStep(label: string, change: () => void): void {
  step = label;
  try {
    change();
  } finally {
    step = undefined;
  }
}

/** One step of undo. Edits in a row of the same `field` are one step: typing a word, moving a slider. One that could not be saved is not made. */
export function edit(what: string, change: (campaign: Campaign) => Campaign, field?: string): void {
  const { history } = useCampaign.getState();
  if (!history) return;
  const label = step ?? what;
  const key = step === undefined ? field : undefined;
  const next = change(history.present);
  if (sameJson(next, history.present)) return;
  try {
    requireSavable(history.present, next);
  } catch (error) {
    fail(error);
    return;
  }
  journal.note({ label, document: next, joins: joinsLast(history, key) });
  become(record(history, next, label, key));
}

/** Counts everything again, after something changed that the campaign only refers to. */
export function recountAll(): void {
  const { campaign } = useCampaign.getState();
  if (campaign) recount(campaign, new Set(campaign.flow.activities.map((activity) => activity.id)), words);
}

export function undo(): void {
  const { history } = useCampaign.getState();
  if (!history?.past) return;
  journal.note({ move: -1, document: history.past.document });
  become(takeBack(history));
}

export function redo(): void {
  const { history } = useCampaign.getState();
  if (!history?.future) return;
  journal.note({ move: 1, document: history.future.document });
  become(bringBack(history));
}

export function select(selection: Selection): void {
  useCampaign.setState({ selection });
}

let lastSave: Promise<void> = Promise.resolve();

/** Saves what is not saved yet; resolves when the host has everything. */
export function saveNow(): Promise<void> {
  clearTimeout(timer);
  const { campaign, saved } = useCampaign.getState();
  if (!campaign || (saved !== 'unsaved' && saved !== 'failed')) return lastSave;
  const saving = save(campaign);
  // Whoever asked for this save hears of its failure; those who only wait for it to be over do not.
  lastSave = saving.catch(() => undefined);
  return saving;
}

async function save(campaign: Campaign): Promise<void> {
  useCampaign.setState({ saved: 'saving' });
  const mine = () => useCampaign.getState().campaign === campaign;
  const written = journal.written(campaign.id);
  try {
    await call('campaign.save', { campaign, edits: written.lines });
    written.done();
  } catch (error) {
    if (mine()) useCampaign.setState({ saved: 'failed' });
    throw error;
  }
  if (mine()) useCampaign.setState({ saved: 'saved' });
}
