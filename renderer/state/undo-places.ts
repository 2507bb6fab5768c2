import { create } from 'zustand';
import { type Undoable, type UndoDirection, type UndoPlace, undoPlace } from '../../core/model/undo';
import { useData } from './data';
import { useSayings } from './failures';
import { call } from './host';
import { refreshAudiences, refreshCampaigns, refreshEndpoints, refreshFilters, refreshQueries } from './library';
import { go, type Place, refreshSettings, refreshWorkspace, useSession } from './session';

/** What can be undone and redone where the window is. */
export const useUndoable = create<Undoable>(() => ({ undo: null, redo: null }));

/** The place whose last change undo takes back; none where an open campaign or an editor has an undo of its own. */
export function undoPlaceOf({ name, item }: Place): UndoPlace | undefined {
  return name === 'campaigns' && item !== undefined ? undefined : undoPlace.safeParse(name).data;
}

const here = () => undoPlaceOf(useSession.getState().place);

/** Asks anew what can be undone here. */
export async function peek(): Promise<void> {
  const place = useSession.getState().workspace ? here() : undefined;
  const found = place ? await call('undo.peek', { place }) : { undo: null, redo: null };
  if (place === here()) useUndoable.setState(found);
}

/** Takes the last change of a place back, or brings it back, and says which it was. */
export async function walk(place: UndoPlace, direction: UndoDirection): Promise<void> {
  const step = await call('undo.walk', { place, direction });
  await refreshed[place]();
  leaveWhatIsGone();
  useSayings.getState().say({ tone: 'success', step: { place, step, is: direction } });
  await peek();
}

/** Says what was just done in a place, with the way to take it back. */
export async function sayDone(place: UndoPlace): Promise<void> {
  const { undo: step } = await call('undo.peek', { place });
  if (step) useSayings.getState().say({ tone: 'success', step: { place, step, is: 'done' } });
}

const refreshed: Record<UndoPlace, () => Promise<unknown>> = {
  data: () => Promise.all([useData.getState().refresh(), refreshWorkspace()]),
  audiences: () => Promise.all([refreshAudiences(), refreshFilters()]),
  campaigns: () => Promise.all([refreshCampaigns(), refreshWorkspace()]),
  sql: refreshQueries,
  delivery: refreshEndpoints,
  settings: async () => {
    await refreshSettings();
    await refreshWorkspace();
  },
};

/** An entity whose page is open may have gone with the step. */
function leaveWhatIsGone(): void {
  const { place } = useSession.getState();
  const isThere = useData.getState().model.entities.some((entity) => entity.name === place.item);
  if (place.name === 'data' && place.item !== undefined && !isThere) go('data');
}
