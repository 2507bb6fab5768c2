import { create } from 'zustand';
import type { Campaign } from '../../core/model/campaign';
import { attempt } from './failures';
import { call } from './host';
import { forgetCounts, recount } from './counts';
import { staleActivities } from './stale';

/** What the inspector and the dock talk about. `output` is the one whose transition was clicked. */
export interface Selection {
  activities: string[];
  output?: string;
}

interface Revision {
  label: string;
  campaign: Campaign;
}

interface Open {
  campaign: Campaign | null;
  past: Revision[];
  future: Revision[];
  squash: string | undefined;
  selection: Selection;
  saved: 'saved' | 'saving' | 'unsaved';
}

const closed: Open = { campaign: null, past: [], future: [], squash: undefined, selection: { activities: [] }, saved: 'saved' };

export const useCampaign = create<Open>(() => closed);

let countLabel = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/** Opens a campaign on the canvas. `label` names its counting in the status line. */
export function openCampaign(campaign: Campaign, label: string): void {
  countLabel = label;
  forgetCounts();
  useCampaign.setState({ ...closed, campaign });
  recount(campaign, new Set(), label);
}

export async function closeCampaign(): Promise<void> {
  await saveNow();
  forgetCounts();
  useCampaign.setState(closed);
}

function become(campaign: Campaign, rest: Partial<Open>): void {
  const before = useCampaign.getState().campaign;
  const known = new Set(campaign.flow.activities.map((activity) => activity.id));
  const activities = useCampaign.getState().selection.activities.filter((id) => known.has(id));
  const selection = activities.length === useCampaign.getState().selection.activities.length ? useCampaign.getState().selection : { activities };
  useCampaign.setState({ selection, ...rest, campaign, saved: 'unsaved' });
  clearTimeout(timer);
  timer = setTimeout(() => attempt(saveNow), 400);
  if (!before) return;
  const stale = staleActivities(before, campaign);
  const gone = before.flow.activities.filter((activity) => !known.has(activity.id));
  if (stale.size + gone.length > 0) recount(campaign, stale, countLabel);
}

/** One step of undo. Edits in a row with the same `squash` are one step: typing a word, dragging a node. */
export function edit(label: string, change: (campaign: Campaign) => Campaign, squash?: string): void {
  const { campaign, past, squash: last } = useCampaign.getState();
  if (!campaign) return;
  const next = change(campaign);
  if (next === campaign) return;
  const joined = squash !== undefined && squash === last;
  become(next, { past: joined ? past : [...past, { label, campaign }], future: [], squash });
}

export function undo(): void {
  const { campaign, past, future } = useCampaign.getState();
  const step = past.at(-1);
  if (!campaign || !step) return;
  become(step.campaign, { past: past.slice(0, -1), future: [{ label: step.label, campaign }, ...future], squash: undefined });
}

export function redo(): void {
  const { campaign, past, future } = useCampaign.getState();
  const step = future[0];
  if (!campaign || !step) return;
  become(step.campaign, { past: [...past, { label: step.label, campaign }], future: future.slice(1), squash: undefined });
}

export function select(selection: Selection): void {
  useCampaign.setState({ selection });
}

/** Saves what is not saved yet; resolves when the host has it. */
export async function saveNow(): Promise<void> {
  clearTimeout(timer);
  const { campaign, saved } = useCampaign.getState();
  if (!campaign || saved === 'saved') return;
  useCampaign.setState({ saved: 'saving' });
  try {
    await call('campaign.save', { campaign });
  } catch (error) {
    useCampaign.setState({ saved: 'unsaved' });
    throw error;
  }
  if (useCampaign.getState().campaign === campaign) useCampaign.setState({ saved: 'saved' });
}
