import type { Activity } from '../../../core/model/activity';
import type { Campaign } from '../../../core/model/campaign';
import { edit, select, useCampaign } from '../../state/campaign';
import { countKey, useCounts } from '../../state/counts';
import { carriesNobody, outputsOf } from '../../state/outputs';
import { useFormats, useText } from '../../text/use-text';
import { type Pickable, PickList } from '../../ui/pick-list';
import { leadArrow } from './canvas/actions';
import { connect, disconnect, mayConnect } from './edits';
import { kinds } from './kinds';
import { labelOf, outputLabel, sentence, transitionLabel } from './sentence';
import { useSpeaker } from './speaker';

interface Props {
  campaign: Campaign;
  onClose: () => void;
}

/** Activities to pick from, by their names and what they do. */
export function useNamed(activities: readonly Activity[]): (Pickable & { id: string })[] {
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

/** Which of several outputs is meant. It is selected then, and whoever asked goes on from there. */
export function OutputPicker({ campaign, from, onClose, onPicked }: Props & { from: Activity; onPicked: () => void }) {
  const t = useText();
  const f = useFormats();
  const rows = useCounts((state) => state.rows);
  const entries = outputsOf(from).map((output) => {
    const arrows = campaign.flow.transitions.filter((arrow) => arrow.from === from.id && arrow.output === output);
    const led = campaign.flow.activities.filter(({ id }) => arrows.some((arrow) => arrow.to === id)).map((to) => labelOf(to, t));
    const leads = led.length > 0 ? t.arrows.to(led.join(', ')) : t.arrows.none;
    return {
      key: output,
      label: outputLabel(from, output, t) || t.campaign.passedOn,
      hint: `${f.count(rows.get(countKey(from.id, output)))} · ${leads}`,
      icon: kinds[from.type].icon,
      isOpen: led.length === 0,
    };
  });
  return (
    <PickList
      title={t.arrows.which(labelOf(from, t))}
      empty={t.campaign.noSuchActivity}
      // What nothing follows yet is what is most often meant.
      entries={[...entries.filter(({ isOpen }) => isOpen), ...entries.filter(({ isOpen }) => !isOpen)]}
      onClose={onClose}
      onPick={({ key }) => {
        select({ activities: [from.id], output: key });
        onPicked();
      }}
    />
  );
}

export function ConnectPicker({ campaign, from, output, onClose }: Props & { from: Activity; output: string }) {
  const t = useText();
  const isThere = (to: string) => campaign.flow.transitions.some((a) => a.from === from.id && a.output === output && a.to === to);
  const entries = useNamed(campaign.flow.activities.filter(({ id }) => mayConnect(campaign, from.id, id) && !isThere(id)));
  const named = carriesNobody(from) ? labelOf(from, t) : transitionLabel(from, output, t);
  return (
    <PickList
      title={t.campaign.connectFrom(named)}
      empty={t.campaign.nothingToConnect}
      entries={entries}
      onClose={onClose}
      onPick={({ id }) => edit(t.campaign.edits.connect, (c) => connect(c, from.id, output, id))}
    />
  );
}

/** Leads the selected arrow to another activity. */
export function ReconnectPicker({ campaign, onClose }: Props) {
  const t = useText();
  const arrow = useCampaign((state) => state.selection.arrow);
  const from = campaign.flow.activities.find(({ id }) => id === arrow?.from);
  const without = arrow ? disconnect(campaign, [arrow]) : campaign;
  const entries = useNamed(campaign.flow.activities.filter(({ id }) => arrow && id !== arrow.to && mayConnect(without, arrow.from, id)));
  if (!arrow || !from) return null;
  return (
    <PickList
      title={t.arrows.leadFrom(transitionLabel(from, arrow.output, t))}
      empty={t.arrows.nowhereElse}
      entries={entries}
      onClose={onClose}
      onPick={({ id }) => leadArrow(arrow, id, t)}
    />
  );
}
