import { Command as CommandIcon, Filter, Keyboard, type LucideIcon, Signpost, Table, Users, Workflow } from 'lucide-react';
import { useEffect } from 'react';
import { type Command, useOffered } from '../state/commands';
import { useData } from '../state/data';
import { attempt } from '../state/failures';
import { leaveWorkspace } from '../state/leaving';
import { refreshAudiences, refreshCampaigns, refreshEndpoints, refreshFilters, refreshQueries, useLibrary } from '../state/library';
import { remember, usePreferences } from '../state/preferences';
import { go, type PlaceName, places, useSession, visit } from '../state/session';
import { startTour } from '../state/tour';
import { type Text, useText } from '../text/use-text';
import { type Pickable, PickList } from '../ui/pick-list';
import { needsWorkspace, placeIcons } from './places';

interface Entry extends Pickable {
  act: () => void;
}

/** Goes to anything by name and does anything that can be done where one is. What was last taken comes first. */
export function Palette({ onKeys, onClose }: { onKeys: () => void; onClose: () => void }) {
  const t = useText();
  const open = useSession((state) => state.workspace !== null);
  const recent = usePreferences((state) => state.recent);
  useEffect(() => {
    const all = [refreshCampaigns, refreshAudiences, refreshFilters, refreshQueries, refreshEndpoints];
    if (open) attempt(() => Promise.all(all.map((refresh) => refresh())));
  }, [open]);
  const entries = [...useCommandEntries(), ...usePlaceEntries(t), ...useDocumentEntries(t), ...useWindowEntries(t, onKeys)];
  const rank = ({ key }: Entry) => (recent.includes(key) ? recent.indexOf(key) : recent.length);
  return (
    <PickList
      title={t.frame.palette}
      placeholder={t.frame.paletteHint}
      empty={t.frame.paletteNothing}
      entries={entries.toSorted((a, b) => rank(a) - rank(b))}
      onClose={onClose}
      onPick={({ key, act }) => {
        remember(key);
        act();
      }}
    />
  );
}

function useCommandEntries(): Entry[] {
  const views = useOffered((state) => state.views);
  const entry = (title: string, { id, label, keys, icon, run }: Command): Entry => {
    return { key: id, label, hint: title, keys, icon: icon ?? CommandIcon, act: run };
  };
  return views.toReversed().flatMap(({ title, commands }) => commands.map((command) => entry(title, command)));
}

function usePlaceEntries(t: Text): Entry[] {
  const open = useSession((state) => state.workspace !== null);
  return places
    .filter((name) => open || !needsWorkspace.has(name))
    .map((name) => ({ key: `place/${name}`, label: t.frame.places[name], hint: '', icon: placeIcons[name], act: () => visit(name) }));
}

function useDocumentEntries(t: Text): Entry[] {
  const open = useSession((state) => state.workspace !== null);
  const entities = useData((state) => state.model.entities);
  const { campaigns, audiences, filters, queries, endpoints } = useLibrary();
  if (!open) return [];
  const entry = (kind: string, id: string, label: string, place: PlaceName, icon: LucideIcon, item?: string): Entry => ({
    key: `${kind}/${id}`,
    label,
    hint: t.frame.kinds[kind] ?? t.frame.places[place],
    icon,
    act: () => (item === undefined ? go(place) : go(place, item)),
  });
  return [
    ...(campaigns ?? []).map((c) => entry('campaign', c.id, c.name, 'campaigns', Workflow, c.id)),
    ...(audiences ?? []).map((a) => entry('audience', a.id, a.name, 'audiences', Users, a.id)),
    ...(filters ?? []).map((f) => entry('filter', f.id, f.name, 'audiences', Filter)),
    ...(queries ?? []).map((q) => entry('query', q.id, q.name, 'sql', placeIcons.sql, q.id)),
    ...entities.map((e) => entry('entity', e.name, e.name, 'data', Table, e.name)),
    ...(endpoints ?? []).map((e) => entry('endpoint', e.id, e.name, 'delivery', placeIcons.delivery)),
  ];
}

function useWindowEntries(t: Text, onKeys: () => void): Entry[] {
  const workspace = useSession((state) => state.workspace);
  const dark = document.documentElement.dataset.theme === 'dark';
  const settings = t.frame.places.settings;
  return [
    { key: 'keys', label: t.frame.keys, hint: '', keys: '?', icon: Keyboard, act: onKeys },
    {
      key: 'theme',
      label: dark ? t.frame.light : t.frame.dark,
      hint: settings,
      icon: placeIcons.settings,
      act: () => usePreferences.setState({ theme: dark ? 'light' : 'dark' }),
    },
    ...(workspace && workspace.campaigns > 0
      ? [{ key: 'tour', label: t.tour.take, hint: t.tour.title, icon: Signpost, act: () => attempt(startTour) }]
      : []),
    ...(workspace
      ? [{ key: 'close', label: t.frame.closeWorkspace, hint: workspace.name, icon: placeIcons.home, act: () => attempt(leaveWorkspace) }]
      : []),
  ];
}
