import { CircleAlert, Group, TriangleAlert } from 'lucide-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { Problem } from '../../../../core/base/problems';
import type { Activity } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { select, useCampaign } from '../../../state/campaign';
import { countKey, useCounts } from '../../../state/counts';
import { carriesNobody, outputsOf } from '../../../state/outputs';
import { useFormats, useText } from '../../../text/use-text';
import { startEditing, useEditing, writeInForm } from '../annotations/editing';
import { groupOf } from '../annotations/edits';
import { noteIcons } from '../annotations/note-roles';
import { groupTitle, groupWords, noteWords } from '../annotations/words';
import { kinds } from '../kinds';
import { labelOf, outputLabel, sentence } from '../sentence';
import { useSpeaker } from '../speaker';
import './outline.css';
import { type OutlineRow, outlineOf, walkOutline } from './outline';

/** The canvas as a tree: everything the canvas can do is done here by keyboard, and read out. */
export const OutlinePanel = memo(function OutlinePanel({ campaign, problems }: { campaign: Campaign; problems: readonly Problem[] }) {
  const t = useText();
  const rows = useMemo(() => outlineOf(campaign), [campaign]);
  const tree = useRef<HTMLDivElement>(null);
  const selected = useCampaign(({ selection }) => selection.activities[0] ?? selection.annotations?.[0]);
  useEffect(() => tree.current?.focus(), []);
  const written = useEditing((state) => state.id);
  useEffect(() => {
    if (written === undefined) return;
    writeInForm();
    startEditing(undefined);
  }, [written]);
  useEffect(() => {
    document.getElementById(`outline-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const keys = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = walkOutline(rows, selected, event.key);
    if (to !== undefined) selectRow(campaign, to);
    else if (event.key === 'Enter') document.querySelector<HTMLElement>('.editor-inspector :is(input, textarea, [role=combobox])')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="outline"
      role="tree"
      ref={tree}
      tabIndex={0}
      aria-label={t.campaign.outlineOf(campaign.name)}
      aria-activedescendant={selected === undefined ? undefined : `outline-${selected}`}
      onKeyDown={keys}
    >
      <p className="outline-keys">{t.campaign.outlineKeys}</p>
      {rows.map((row) => {
        const activity = campaign.flow.activities.find((a) => a.id === row.id);
        return activity ? (
          <Line key={row.id} row={row} activity={activity} campaign={campaign} problems={problems} />
        ) : (
          <AnnotationLine key={row.id} row={row} campaign={campaign} />
        );
      })}
    </div>
  );
});

function selectRow(campaign: Campaign, id: string): void {
  const isActivity = campaign.flow.activities.some((a) => a.id === id);
  select(isActivity ? { activities: [id] } : { activities: [], annotations: [id] });
}

function AnnotationLine({ row, campaign }: { row: OutlineRow; campaign: Campaign }) {
  const t = useText();
  const isSelected = useCampaign((state) => state.selection.annotations?.includes(row.id) ?? false);
  const note = campaign.notes?.[row.id];
  const Icon = note ? noteIcons[note.role] : Group;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the focus and takes the keys
    <div
      id={`outline-${row.id}`}
      className="outline-line"
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-selected={isSelected}
      data-family="steer"
      style={{ paddingLeft: 12 + (row.level - 1) * 18 }}
      onClick={() => selectRow(campaign, row.id)}
    >
      <span className="node-icon small">
        <Icon aria-hidden />
      </span>
      <span className="grow truncate">{note ? noteWords(note, t) : groupWords(campaign, row.id, t)}</span>
    </div>
  );
}

function Line({
  row,
  activity,
  campaign,
  problems,
}: {
  row: OutlineRow;
  activity: Activity;
  campaign: Campaign;
  problems: readonly Problem[];
}) {
  const t = useText();
  const says = sentence(activity, useSpeaker());
  const counts = useCountsOf(activity);
  const isSelected = useCampaign((state) => state.selection.activities.includes(activity.id));
  const named = (id: string | undefined) => campaign.flow.activities.find((a) => a.id === id);
  const parent = named(row.parent);
  const via = parent && row.via !== undefined ? outputLabel(parent, row.via, t) : '';
  const others = row.also.flatMap((id) => {
    const other = named(id);
    return other ? [labelOf(other, t)] : [];
  });
  const group = groupOf(campaign, activity.id);
  const mine = problems.filter((p) => p.place[0] === 'activities' && p.place[1] === activity.id);
  const worst = mine.some((p) => p.severity === 'error') ? 'error' : mine.length > 0 ? 'warning' : undefined;
  const { icon: Icon, family } = kinds[activity.type];
  const Sign = worst === 'error' ? CircleAlert : TriangleAlert;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the focus and takes the keys
    <div
      id={`outline-${activity.id}`}
      className="outline-line"
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-selected={isSelected}
      data-family={family}
      style={{ paddingLeft: 12 + (row.level - 1) * 18 }}
      onClick={() => select({ activities: [activity.id] })}
    >
      <span className="node-icon small">
        <Icon aria-hidden />
      </span>
      <span className="grow truncate">
        {via && <span className="muted">{via} → </span>}
        <strong>{labelOf(activity, t)}</strong> <span className="muted">{says}</span>
        {group !== undefined && <span className="muted"> · {t.annotations.inGroup(groupTitle(campaign, group, t))}</span>}
        {others.length > 0 && <span className="muted"> · {t.campaign.alsoFrom(others.join(', '))}</span>}
      </span>
      {worst && <Sign className="node-sign" data-severity={worst} aria-label={t.campaign.dock.problems} />}
      <span className="outline-counts">{activity.disabled ? t.campaign.disabledBadge : counts}</span>
    </div>
  );
}

function useCountsOf(activity: Activity): string {
  const t = useText();
  const f = useFormats();
  const rows = useCounts((state) => state.rows);
  if (carriesNobody(activity)) return '';
  const outputs = outputsOf(activity);
  return outputs
    .map((output) => {
      const count = rows.get(countKey(activity.id, output));
      const shown = f.count(count);
      const label = outputs.length > 1 ? outputLabel(activity, output, t) : '';
      return label ? `${label} ${shown}` : shown;
    })
    .join(' · ');
}
