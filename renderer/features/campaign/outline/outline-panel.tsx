import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '../../../../core/base/problems';
import type { Campaign } from '../../../../core/model/campaign';
import { select, useCampaign } from '../../../state/campaign';
import type { Selection } from '../../../state/look';
import { useSteady } from '../../../state/use-steady';
import { useText } from '../../../text/use-text';
import { startEditing, useEditing, writeInForm } from '../annotations/editing';
import type { Picker } from '../pickers';
import { between, isJoinable, only, type Standing, standingIn, toggled } from './choosing';
import { lineId, OutlineLine } from './outline-line';
import './outline.css';
import { type OutlineRow, outlineOf, walkOutline } from './outline';

interface Props {
  campaign: Campaign;
  problems: readonly Problem[];
  onPick: (picker: Picker) => void;
}

const nowhere: Standing = { at: undefined, from: undefined, selection: undefined };

/** The canvas as a tree: everything the canvas can do is done here by keyboard, and read out. */
export const OutlinePanel = memo(function OutlinePanel({ campaign, problems, onPick }: Props) {
  const t = useText();
  const rows = useMemo(() => outlineOf(campaign), [campaign]);
  const tree = useRef<HTMLDivElement>(null);
  const selection = useCampaign((state) => state.selection);
  const [stood, stand] = useState(nowhere);
  const standing = useMemo(() => standingIn(rows, stood, selection), [rows, stood, selection]);
  const { at, from } = standing;
  useEffect(() => tree.current?.focus(), []);
  const written = useEditing((state) => state.id);
  useEffect(() => {
    if (written === undefined) return;
    writeInForm();
    startEditing(undefined);
  }, [written]);
  useEffect(() => {
    if (at !== undefined) document.getElementById(lineId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const choose = (next: Selection, to: string, anchor = to) => {
    select(next);
    stand({ at: to, from: anchor, selection: next });
  };
  const rowAt = (key: string | undefined) => rows.find((row) => row.key === key);
  const extend = (to: string) => choose(between(rows, from, to), to, from);
  const toggle = (row: OutlineRow) => choose(toggled(rows, selection, row), row.key);
  const point = useSteady((row: OutlineRow, event: React.MouseEvent) => {
    // The tree keeps the focus and takes the keys, whatever of a line is clicked.
    tree.current?.focus();
    if ((event.target as Element).closest('button')) return;
    if (event.shiftKey && isJoinable(row)) extend(row.key);
    else if (event.ctrlKey || event.metaKey) toggle(row);
    else choose(only(row), row.key);
  });
  const keys = (event: React.KeyboardEvent) => {
    const here = rowAt(at);
    if (event.altKey || event.target !== tree.current) return;
    // Nothing but activities, notes and groups is selected together.
    const to = walkOutline(event.shiftKey ? rows.filter((row) => isJoinable(row) || row === here) : rows, at, event.key);
    const row = rowAt(to);
    if (row && event.shiftKey) extend(row.key);
    else if (row && (event.ctrlKey || event.metaKey)) stand({ at: to, from: to, selection });
    else if (row) choose(only(row), row.key);
    else if (event.key === ' ' && here) toggle(here);
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
      aria-multiselectable
      aria-label={t.campaign.outlineOf(campaign.name)}
      aria-activedescendant={at === undefined ? undefined : lineId(at)}
      onKeyDown={keys}
    >
      <p className="outline-keys">{t.campaign.outlineKeys}</p>
      {rows.map((row) => (
        <OutlineLine
          key={row.key}
          row={row}
          campaign={campaign}
          problems={problems}
          active={row.key === at}
          onPoint={point}
          onPick={onPick}
        />
      ))}
    </div>
  );
});
