import { CircleAlert, CircleDashed, CornerDownRight, Group, TriangleAlert } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { unreachable } from '../../../../core/base/never';
import type { Problem } from '../../../../core/base/problems';
import type { Activity } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { useCampaign } from '../../../state/campaign';
import { countKey, useCounts } from '../../../state/counts';
import { carriesNobody, outputsOf } from '../../../state/outputs';
import { useFormats, useText } from '../../../text/use-text';
import { groupOf } from '../annotations/edits';
import { noteIcons } from '../annotations/note-roles';
import { groupTitle, groupWords, noteWords } from '../annotations/words';
import { type Family, kinds } from '../kinds';
import type { Picker } from '../pickers';
import { labelOf, outputLabel, sentence } from '../sentence';
import { useSpeaker } from '../speaker';
import { ArrowTools } from './arrow-tools';
import { isChosen } from './choosing';
import type { ActivityRow, AnnotationRow, ArrowRow, OutlineRow, OutputRow } from './outline';

export const lineId = (key: string) => `outline-${key}`;

interface Given {
  campaign: Campaign;
  active: boolean;
  onPoint: (row: OutlineRow, event: React.MouseEvent) => void;
}
type Of<Row> = Given & { row: Row };

interface Props extends Of<OutlineRow> {
  problems: readonly Problem[];
  onPick: (picker: Picker) => void;
}

export const OutlineLine = memo(function OutlineLine({ row, problems, onPick, ...given }: Props) {
  switch (row.kind) {
    case 'activity':
      return <ActivityLine row={row} problems={problems} {...given} />;
    case 'arrow':
      return <ArrowLine row={row} onPick={onPick} {...given} />;
    case 'output':
      return <OutputLine row={row} {...given} />;
    case 'annotation':
      return <AnnotationLine row={row} {...given} />;
    default:
      return unreachable(row);
  }
});

function Line({
  row,
  family,
  active,
  onPoint,
  children,
}: {
  row: OutlineRow;
  family?: Family;
  active: boolean;
  onPoint: (row: OutlineRow, event: React.MouseEvent) => void;
  children: ReactNode;
}) {
  const isSelected = useCampaign((state) => isChosen(row, state.selection));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the focus and takes the keys
    <div
      id={lineId(row.key)}
      className="outline-line"
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-selected={isSelected}
      data-kind={row.kind}
      data-active={active}
      data-family={family}
      style={{ paddingLeft: 12 + (row.level - 1) * 18 }}
      onClick={(event) => onPoint(row, event)}
    >
      {children}
    </div>
  );
}

function ActivityLine({ row, campaign, problems, ...given }: Of<ActivityRow> & { problems: readonly Problem[] }) {
  const activity = campaign.flow.activities.find((a) => a.id === row.id);
  return activity ? <KnownActivity row={row} activity={activity} campaign={campaign} problems={problems} {...given} /> : null;
}

function KnownActivity({
  row,
  activity,
  campaign,
  problems,
  ...given
}: Of<ActivityRow> & { activity: Activity; problems: readonly Problem[] }) {
  const t = useText();
  const says = sentence(activity, useSpeaker());
  const [output = '', ...otherOutputs] = outputsOf(activity);
  const shown = useCountOf(campaign, activity.id, output);
  // Of several outputs each has a line that says it.
  const counts = output && otherOutputs.length === 0 ? shown : undefined;
  const others = campaign.flow.activities.filter(({ id }) => row.also.includes(id)).map((other) => labelOf(other, t));
  const group = groupOf(campaign, activity.id);
  const mine = problems.filter((p) => p.place[0] === 'activities' && p.place[1] === activity.id);
  const worst = mine.some((p) => p.severity === 'error') ? 'error' : mine.length > 0 ? 'warning' : undefined;
  const { icon: Icon, family } = kinds[activity.type];
  const Sign = worst === 'error' ? CircleAlert : TriangleAlert;
  return (
    <Line row={row} family={family} {...given}>
      <span className="node-icon small">
        <Icon aria-hidden />
      </span>
      <span className="grow truncate">
        <strong>{labelOf(activity, t)}</strong> <span className="muted">{says}</span>
        {group !== undefined && <span className="muted"> · {t.annotations.inGroup(groupTitle(campaign, group, t))}</span>}
        {others.length > 0 && <span className="muted"> · {t.campaign.alsoFrom(others.join(', '))}</span>}
      </span>
      {worst && <Sign className="node-sign" data-severity={worst} aria-label={t.campaign.dock.problems} />}
      <span className="outline-counts">{activity.disabled ? t.campaign.disabledBadge : counts}</span>
    </Line>
  );
}

function ArrowLine({ row, campaign, onPick, ...given }: Of<ArrowRow> & { onPick: (picker: Picker) => void }) {
  const t = useText();
  const shown = useCountOf(campaign, row.arrow.from, row.arrow.output);
  const to = campaign.flow.activities.find((a) => a.id === row.arrow.to);
  const output = useOutputName(campaign, row.arrow.from, row.arrow.output);
  const words = [output, t.arrows.to(to ? labelOf(to, t) : row.arrow.to)].filter(Boolean).join(', ');
  const isSelected = useCampaign((state) => isChosen(row, state.selection));
  return (
    <Line row={row} {...given}>
      <CornerDownRight className="outline-way" aria-hidden />
      <WayWords words={words} shown={shown} />
      {isSelected && <ArrowTools campaign={campaign} arrow={row.arrow} onPick={onPick} />}
      <span className="outline-counts">{shown}</span>
    </Line>
  );
}

/** Where rows go, and that how many they are is said next. */
function WayWords({ words, shown }: { words: string; shown: string | undefined }) {
  return (
    <span className="grow truncate muted">
      {words}
      {shown !== undefined && <span className="visually-hidden">:</span>}
    </span>
  );
}

function OutputLine({ row, campaign, ...given }: Of<OutputRow>) {
  const t = useText();
  const shown = useCountOf(campaign, row.from, row.output);
  const words = `${useOutputName(campaign, row.from, row.output) || t.campaign.passedOn}, ${t.arrows.none}`;
  return (
    <Line row={row} {...given}>
      <CircleDashed className="outline-way" aria-hidden />
      <WayWords words={words} shown={shown} />
      <span className="outline-counts">{shown}</span>
    </Line>
  );
}

function AnnotationLine({ row, campaign, ...given }: Of<AnnotationRow>) {
  const t = useText();
  const note = campaign.notes?.[row.id];
  const Icon = note ? noteIcons[note.role] : Group;
  return (
    <Line row={row} family="steer" {...given}>
      <span className="node-icon small">
        <Icon aria-hidden />
      </span>
      <span className="grow truncate">{note ? noteWords(note, t) : groupWords(campaign, row.id, t)}</span>
    </Line>
  );
}

function useOutputName(campaign: Campaign, from: string, output: string): string {
  const t = useText();
  const activity = campaign.flow.activities.find((a) => a.id === from);
  return activity ? outputLabel(activity, output, t) : '';
}

/** How many travel there; undefined where nobody ever does. */
function useCountOf(campaign: Campaign, from: string, output: string): string | undefined {
  const f = useFormats();
  const count = useCounts((state) => state.rows.get(countKey(from, output)));
  const activity = campaign.flow.activities.find((a) => a.id === from);
  return activity && carriesNobody(activity) ? undefined : f.count(count);
}
