import { Group, StickyNote } from 'lucide-react';
import type { Activity } from '../../../core/model/activity';
import type { Campaign } from '../../../core/model/campaign';
import { edit, select, useCampaign } from '../../state/campaign';
import { carriesNobody, outputsOf } from '../../state/outputs';
import { type Text, useText } from '../../text/use-text';
import { type Pickable, PickList } from '../../ui/pick-list';
import { addNote, groupSelected } from './annotations/actions';
import { canGroup } from './annotations/chosen';
import { noteIcons } from './annotations/note-roles';
import { groupTitle, groupWords } from './annotations/words';
import { add } from './canvas/actions';
import { connect, mayConnect } from './edits';
import { activityTypes, kinds } from './kinds';
import { mayFollow } from './population';
import { labelOf, outputLabel, sentence } from './sentence';
import { useSpeaker } from './speaker';

export type Picker = 'add' | 'find' | 'connect';

/** The first output of an activity that nothing is connected to. */
function openOutput(campaign: Campaign, activity: Activity): string | undefined {
  return outputsOf(activity).find((output) => !campaign.flow.transitions.some((t) => t.from === activity.id && t.output === output));
}

/** What is done by typing a name: adding behind what is selected, going to an activity, a note or a group, drawing an arrow from what is selected. */
export function CampaignPicker({ kind, campaign, onClose }: { kind: Picker; campaign: Campaign; onClose: () => void }) {
  switch (kind) {
    case 'add':
      return <AddPicker campaign={campaign} onClose={onClose} />;
    case 'find':
      return <FindPicker campaign={campaign} onClose={onClose} />;
    case 'connect':
      return <ConnectPicker campaign={campaign} onClose={onClose} />;
  }
}

interface Props {
  campaign: Campaign;
  onClose: () => void;
}

function useSelected(campaign: Campaign): Activity | undefined {
  const [id] = useCampaign((state) => state.selection.activities);
  return campaign.flow.activities.find((activity) => activity.id === id);
}

function AddPicker({ campaign, onClose }: Props) {
  const t = useText();
  const selected = useSelected(campaign);
  const framable = useCampaign((state) => canGroup(campaign, state.selection));
  const output = selected && openOutput(campaign, selected);
  const fits = activityTypes.filter((type) => !selected || output === undefined || mayFollow(type, selected.type));
  const after = selected && output !== undefined ? { from: selected.id, output } : undefined;
  const entries: (Pickable & { pick: () => void })[] = fits.map((type) => {
    const { name, purpose } = t.campaign.activities[type];
    return { key: type, label: name, hint: purpose, icon: kinds[type].icon, pick: () => add(type, t, after ? { after } : {}) };
  });
  const { note, notePurpose, group, groupPurpose } = t.annotations;
  entries.push({ key: 'note', label: note, hint: notePurpose, keys: 'N', icon: StickyNote, pick: () => addNote(t) });
  if (framable) entries.push({ key: 'group', label: group, hint: groupPurpose, keys: 'G', icon: Group, pick: () => groupSelected(t) });
  const title = selected && after ? t.campaign.addAfter(labelOf(selected, t)) : t.campaign.addActivity;
  return <PickList title={title} empty={t.campaign.noSuchActivity} entries={entries} onClose={onClose} onPick={({ pick }) => pick()} />;
}

function useNamed(activities: readonly Activity[]): (Pickable & { id: string })[] {
  const t = useText();
  const speaker = useSpeaker();
  return activities.map((activity) => ({
    key: activity.id,
    id: activity.id,
    label: labelOf(activity, t),
    hint: sentence(activity, speaker),
    icon: kinds[activity.type].icon,
  }));
}

function FindPicker({ campaign, onClose }: Props) {
  const t = useText();
  const activities = useNamed(campaign.flow.activities).map((entry) => ({ ...entry, isActivity: true }));
  const notes = Object.entries(campaign.notes ?? {}).map(([id, { role, text }]) => {
    const line = text.trim().replace(/\s+/g, ' ') || t.annotations.noWords;
    return { key: id, id, label: line, hint: t.annotations.roles[role], icon: noteIcons[role], isActivity: false };
  });
  const groups = Object.keys(campaign.groups ?? {}).map((id) => {
    const hint = `${t.annotations.group} · ${groupWords(campaign, id, t, false)}`;
    return { key: id, id, label: groupTitle(campaign, id, t), hint, icon: Group, isActivity: false };
  });
  return (
    <PickList
      title={t.campaign.find}
      empty={t.campaign.noSuchActivity}
      entries={[...activities, ...groups, ...notes]}
      onClose={onClose}
      onPick={({ id, isActivity }) => select(isActivity ? { activities: [id] } : { activities: [], annotations: [id] })}
    />
  );
}

function ConnectPicker({ campaign, onClose }: Props) {
  const t = useText();
  const from = useSelected(campaign);
  const entries = useNamed(campaign.flow.activities.filter((a) => from && mayConnect(campaign, from.id, a.id)));
  if (!from) return null;
  const output = openOutput(campaign, from) ?? outputsOf(from)[0] ?? 'out';
  return (
    <PickList
      title={t.campaign.connectFrom(nameOfOutput(from, output, t))}
      empty={t.campaign.nothingToConnect}
      entries={entries}
      onClose={onClose}
      onPick={({ id }) => edit(t.campaign.edits.connect, (c) => connect(c, from.id, output, id))}
    />
  );
}

function nameOfOutput(activity: Activity, output: string, t: Text): string {
  const label = labelOf(activity, t);
  const which = carriesNobody(activity) ? '' : outputLabel(activity, output, t);
  return which ? `${label} · ${which}` : label;
}
