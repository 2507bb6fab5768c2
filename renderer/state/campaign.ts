import { create } from 'zustand';
import { redo as bringBack, type History, edit as record, startHistory, undo as takeBack } from '../../core/history/history';
import type { Campaign } from '../../core/model/campaign';
import { forgetCounts, recount } from './counts';
import { attempt } from './failures';
import { call } from './host';
import { staleActivities } from './stale';
import { askWhy } from './why';

/** What the inspector and the dock talk about. `output` is the one whose transition was clicked. */
export interface Selection {
  activities: string[];
  output?: string;
}

interface Open {
  campaign: Campaign | null;
  history: History<Campaign> | null;
  selection: Selection;
  saved: 'saved' | 'saving' | 'unsaved';
}

const closed: Open = { campaign: null, history: null, selection: { activities: [] }, saved: 'saved' };

export const useCampaign = create<Open>(() => closed);

let countLabel = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/** Opens a campaign on the canvas. `label` names its counting in the status line. */
export function openCampaign(campaign: Campaign, label: string): void {
  countLabel = label;
  forgetCounts();
  askWhy(undefined);
  useCampaign.setState({ ...closed, campaign, history: startHistory(campaign) });
  recount(campaign, new Set(), label);
}

export async function closeCampaign(): Promise<void> {
  const saving = saveNow();
  forgetCounts();
  useCampaign.setState(closed);
  await saving;
}

/** Makes another moment of the history the present: saves it, and counts what it changed. */
function become(history: History<Campaign>): void {
  const { campaign: before, selection } = useCampaign.getState();
  const campaign = history.present;
  if (!before || before === campaign) return;
  const known = new Set(campaign.flow.activities.map((activity) => activity.id));
  const kept = selection.activities.filter((id) => known.has(id));
  useCampaign.setState({
    campaign,
    history,
    saved: 'unsaved',
    selection: kept.length === selection.activities.length ? selection : { activities: kept },
  });
  clearTimeout(timer);
  timer = setTimeout(() => attempt(saveNow), 400);
  const stale = staleActivities(before, campaign);
  const gone = before.flow.activities.some((activity) => !known.has(activity.id));
  if (stale.size > 0 || gone) recount(campaign, stale, countLabel);
}

/** One step of undo. Edits in a row with the same `key` are one step: typing a word, moving a slider. */
export function edit(label: string, change: (campaign: Campaign) => Campaign, key?: string): void {
  const { history } = useCampaign.getState();
  if (history) become(record(history, change(history.present), label, key));
}

/** Counts everything again, after something changed that the campaign only refers to. */
export function recountAll(): void {
  const { campaign } = useCampaign.getState();
  if (campaign) recount(campaign, new Set(campaign.flow.activities.map((activity) => activity.id)), countLabel);
}

export function undo(): void {
  const { history } = useCampaign.getState();
  if (history) become(takeBack(history));
}

export function redo(): void {
  const { history } = useCampaign.getState();
  if (history) become(bringBack(history));
}

export function select(selection: Selection): void {
  useCampaign.setState({ selection });
}

let lastSave: Promise<void> = Promise.resolve();

/** Saves what is not saved yet; resolves when the host has everything. */
export function saveNow(): Promise<void> {
  clearTimeout(timer);
  const { campaign, saved } = useCampaign.getState();
  if (!campaign || saved !== 'unsaved') return lastSave;
  const saving = save(campaign);
  // Whoever asked for this save hears of its failure; those who only wait for it to be over do not.
  lastSave = saving.catch(() => undefined);
  return saving;
}

async function save(campaign: Campaign): Promise<void> {
  useCampaign.setState({ saved: 'saving' });
  const mine = () => useCampaign.getState().campaign === campaign;
  try {
    await call('campaign.save', { campaign });
  } catch (error) {
    if (mine()) useCampaign.setState({ saved: 'unsaved' });
    throw error;
  }
  if (mine()) useCampaign.setState({ saved: 'saved' });
}
