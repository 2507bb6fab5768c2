import { create } from 'zustand';
import { sameJson } from '../../core/history/patch';
import type { WorkspaceSummary } from '../../core/model/report';
import type { Workspace } from '../../core/model/workspace';
import { useData } from './data';
import { clearDesk } from './desk';
import { call } from './host';
import { clearLibrary } from './library';
import type { Look } from './look';
import { draftOnto } from './settings-draft';

export const places = ['home', 'data', 'audiences', 'sql', 'campaigns', 'delivery', 'settings'] as const;
export type PlaceName = (typeof places)[number];

/** Where the window is; `item` is an entity in Data, an audience in Audiences, a campaign in Campaigns and a saved query in SQL. */
export interface Place {
  name: PlaceName;
  item?: string;
}

interface Session {
  phase: 'connecting' | 'ready' | 'lost';
  version: string;
  /** The folder new workspaces are proposed in. */
  home: string;
  workspace: WorkspaceSummary | null;
  settings: Workspace | null;
  /** Settings as they are being written, until they are saved. */
  draft?: Workspace | undefined;
  place: Place;
  /** The campaign one is in, or was in before another place, as it was left. */
  campaign?: { id: string; look: Look } | undefined;
  /** Another window closed the workspace shown here, and may have opened the one that is open now. */
  left?: { folder: string; now?: string } | undefined;
}

export const useSession = create<Session>(() => ({
  phase: 'connecting',
  version: '',
  home: '',
  workspace: null,
  settings: null,
  place: { name: 'home' },
}));

export function go(name: PlaceName, item?: string): void {
  useSession.setState({ place: item === undefined ? { name } : { name, item } });
  if (name !== 'campaigns' || useSession.getState().campaign?.id === item) return;
  useSession.setState({ campaign: item === undefined ? undefined : { id: item, look: {} } });
}

/** Goes to a place by its name: Campaigns is the campaign one was in, and from there the list. */
export function visit(name: PlaceName): void {
  const { place, campaign } = useSession.getState();
  if (name === 'campaigns' && place.name !== name) go(name, campaign?.id);
  else go(name);
}

/** Keeps how a campaign was looked at until it is left for the list or another one. */
export function keepLook(id: string, look: Look): void {
  const { campaign } = useSession.getState();
  if (campaign?.id === id) useSession.setState({ campaign: { id, look: { ...campaign.look, ...look } } });
}

/** How a campaign was looked at when it was left for another place. */
export function lookOf(id: string): Look {
  const { campaign } = useSession.getState();
  return campaign?.id === id ? campaign.look : {};
}

/** Takes over a workspace the host has just opened: its summary, settings and data model. */
export async function enterWorkspace(workspace: WorkspaceSummary): Promise<void> {
  const settings = await call('workspace.settings', {});
  await useData.getState().refresh();
  if (useSession.getState().workspace?.folder !== workspace.folder) {
    clearDesk();
    clearLibrary();
    useSession.setState({ campaign: undefined });
  }
  useSession.setState({ workspace, settings, draft: undefined, left: undefined });
}

/** Who closed the workspace in this window knows; an answer to what was asked before may come later. */
export function tellLeft(left: NonNullable<Session['left']>): void {
  if (useSession.getState().workspace) useSession.setState({ left });
}

/** Reads the summary again, after something changed how much there is. */
export async function refreshWorkspace(): Promise<void> {
  useSession.setState({ workspace: await call('workspace.current', {}) });
}

/** Reads the settings again; those that are what they were stay the same object. What is being written stays, beside what others changed. */
export async function refreshSettings(): Promise<void> {
  const settings = await call('workspace.settings', {});
  const { settings: before, draft } = useSession.getState();
  if (sameJson(before, settings)) return;
  useSession.setState({ settings, draft: draft && before ? draftOnto(draft, before, settings) : undefined });
}

/** Settings that are what they were again need no saving. */
export function draftSettings(draft: Workspace): void {
  useSession.setState({ draft: sameJson(draft, useSession.getState().settings) ? undefined : draft });
}

export async function saveSettings(settings: Workspace): Promise<void> {
  await call('workspace.saveSettings', { workspace: settings });
  useSession.setState({ settings, draft: undefined });
  await refreshWorkspace();
}
