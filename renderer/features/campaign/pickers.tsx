import { Group, StickyNote } from 'lucide-react';
import type { Activity } from '../../../core/model/activity';
import type { Campaign } from '../../../core/model/campaign';
import { select, useCampaign } from '../../state/campaign';
import { outputsOf } from '../../state/outputs';
import { useText } from '../../text/use-text';
import { type Pickable, PickList } from '../../ui/pick-list';
import { addNote, groupSelected } from './annotations/actions';
import { canGroup } from './annotations/chosen';
import { noteIcons } from './annotations/note-roles';
import { groupTitle, groupWords } from './annotations/words';
import { ConnectPicker, OutputPicker, ReconnectPicker, useNamed } from './arrow-pickers';
import { add } from './canvas/actions';
import { canInsert } from './edits';
import { activityTypes, kinds } from './kinds';
import { mayFollow } from './population';
import { labelOf, transitionLabel } from './sentence';

export type Picker = 'add' | 'find' | 'connect' | 'reconnect';

interface Props {
  campaign: Campaign;
  onClose: () => void;
}

/**
 * What is done by typing a name: adding behind what is selected or into an arrow, going to an activity, a note or a group, drawing an arrow
 * from what is selected, leading one elsewhere. Where it is done from one of several outputs, that is asked first, and then `onAgain`.
 */
export function CampaignPicker({ kind, campaign, onClose, onAgain }: Props & { kind: Picker; onAgain: (kind: Picker) => void }) {
  const from = useSelected(campaign);
  const output = useCampaign((state) => state.selection.output);
  switch (kind) {
    case 'add':
    case 'connect': {
      const [first, ...others] = from ? outputsOf(from) : [];
      if (from && output === undefined && others.length > 0)
        return <OutputPicker campaign={campaign} from={from} onClose={onClose} onPicked={() => onAgain(kind)} />;
      if (kind === 'add') return <AddPicker campaign={campaign} selected={from} onClose={onClose} />;
      const left = output ?? first;
      return from && left !== undefined ? <ConnectPicker campaign={campaign} from={from} output={left} onClose={onClose} /> : null;
    }
    case 'find':
      return <FindPicker campaign={campaign} onClose={onClose} />;
    case 'reconnect':
      return <ReconnectPicker campaign={campaign} onClose={onClose} />;
  }
}

function useSelected(campaign: Campaign): Activity | undefined {
  const [id] = useCampaign((state) => state.selection.activities);
  return campaign.flow.activities.find((activity) => activity.id === id);
}

/** The only output of an activity, where nothing is connected to it. */
function openOutput(campaign: Campaign, activity: Activity): string | undefined {
  const [output] = outputsOf(activity);
  return campaign.flow.transitions.some((t) => t.from === activity.id && t.output === output) ? undefined : output;
}

function AddPicker({ campaign, selected, onClose }: Props & { selected: Activity | undefined }) {
  const t = useText();
  const selection = useCampaign((state) => state.selection);
  const framable = canGroup(campaign, selection);
  const into = selection.arrow && canInsert(campaign, selection.arrow) ? selection.arrow : undefined;
  const output = selected && (selection.output ?? openOutput(campaign, selected));
  const after = selected && output !== undefined ? { from: selected.id, output } : undefined;
  const where = into ? { into } : after ? { after } : {};
  const fits = activityTypes.filter((type) => !selected || !after || mayFollow(type, selected.type));
  const entries: (Pickable & { pick: () => void })[] = fits.map((type) => {
    const { name, purpose } = t.campaign.activities[type];
    return { key: type, label: name, hint: purpose, icon: kinds[type].icon, pick: () => add(type, t, where) };
  });
  const { note, notePurpose, group, groupPurpose } = t.annotations;
  entries.push({ key: 'note', label: note, hint: notePurpose, keys: 'N', icon: StickyNote, pick: () => addNote(t) });
  if (framable) entries.push({ key: 'group', label: group, hint: groupPurpose, keys: 'G', icon: Group, pick: () => groupSelected(t) });
  const to = campaign.flow.activities.find(({ id }) => id === into?.to);
  const behind = selected && after && transitionLabel(selected, after.output, t);
  const title =
    behind === undefined ? t.campaign.addActivity : to ? t.arrows.insertBetween(behind, labelOf(to, t)) : t.campaign.addAfter(behind);
  return <PickList title={title} empty={t.campaign.noSuchActivity} entries={entries} onClose={onClose} onPick={({ pick }) => pick()} />;
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
