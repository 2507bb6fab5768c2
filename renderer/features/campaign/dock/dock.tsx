import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import { countKey, useCounts } from '../../../state/counts';
import { useData } from '../../../state/data';
import { useLibrary } from '../../../state/library';
import { type DockLook, dockTabs } from '../../../state/look';
import { outputsOf } from '../../../state/outputs';
import { entityNamed } from '../../../state/reach';
import { keepLook, lookOf } from '../../../state/session';
import { useWhy } from '../../../state/why';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { Tabs } from '../../../ui/tabs';
import type { Drawn } from '../drawn';
import { dimensionOut } from '../population';
import { labelOf, outputLabel } from '../sentence';
import { WhyTab } from '../why/why-tab';
import './dock.css';
import { DistributionTab } from './distribution-tab';
import { ExclusionsTab } from './exclusions-tab';
import { LogTab } from './log-tab';
import { ProblemsTab } from './problems-tab';
import { RowsTab } from './rows-tab';
import { SqlTab } from './sql-tab';

/** What is known about the people on the selected transition. */
export const Dock = memo(function Dock({ campaign, problems, selection }: Drawn) {
  const t = useText();
  const f = useFormats();
  const [look, setLook] = useState<DockLook>(lookOf(campaign.id).dock ?? { tab: 'rows', open: true });
  useEffect(() => keepLook(campaign.id, { dock: look }), [campaign.id, look]);
  const { tab, open, picked } = look;
  const show = (shown: Partial<DockLook>) => setLook((was) => ({ ...was, ...shown }));
  const subject = useWhy((state) => state.subject);
  useEffect(() => {
    if (subject) setLook((was) => ({ ...was, tab: 'why', open: true }));
  }, [subject]);
  const activity = selection.activities.length === 1 ? campaign.flow.activities.find((a) => a.id === selection.activities[0]) : undefined;
  const model = useData((state) => state.model);
  const audiences = useLibrary((state) => state.audiences);
  const entity = activity && entityNamed(model, dimensionOut(campaign, model, audiences ?? [], activity))?.name;
  const outputs = activity ? outputsOf(activity) : [];
  const looked = picked?.from === selection && outputs.includes(picked.output) ? picked.output : undefined;
  const output = activity && (looked ?? selection.output ?? outputs[0]);
  const rows = useCounts((state) => (activity && output ? state.rows.get(countKey(activity.id, output)) : undefined));
  const items = dockTabs.map((value) => ({
    value,
    label: value === 'why' ? t.why.title : t.campaign.dock[value],
    badge:
      value === 'problems' && problems.length > 0 ? (
        <span className="badge" data-tone={problems.some((p) => p.severity === 'error') ? 'danger' : 'warning'}>
          {problems.length}
        </span>
      ) : undefined,
  }));
  const named =
    activity && [labelOf(activity, t), outputs.length < 2 && output && outputLabel(activity, output, t)].filter(Boolean).join(' · ');
  const about = activity && (
    <span className="dock-about" title={named}>
      <span className="truncate">{named}</span> {outputs.length < 2 && <strong>{f.count(rows)}</strong>}{' '}
      {outputs.length === 1 && <span className="truncate">{entity}</span>}
    </span>
  );
  const which = activity && outputs.length > 1 && (
    <>
      <div className="dock-output">
        <Select
          label={t.campaign.dock.output}
          value={output}
          options={outputs.map((value) => ({ value, label: outputLabel(activity, value, t) || t.campaign.passedOn }))}
          onChange={(next) => show({ picked: { from: selection, output: next } })}
        />
      </div>
      <span className="dock-count truncate">
        <strong>{f.count(rows)}</strong> {entity}
      </span>
    </>
  );
  return (
    <section className="dock" data-tour="rows" data-open={open} aria-label={t.campaign.dock.rows}>
      <Tabs
        label={t.campaign.dock.rows}
        value={tab}
        items={items}
        onChange={(next) => show({ tab: next, open: true })}
        className="dock-tabs"
        extra={
          <>
            <span className="push" />
            {about}
            {which}
            <Button
              label={open ? t.campaign.dock.hide : t.campaign.dock.show}
              icon={open ? ChevronDown : ChevronUp}
              iconOnly
              size="small"
              onClick={() => show({ open: !open })}
            />
          </>
        }
      >
        {open && tab === 'problems' && <ProblemsTab campaign={campaign} problems={problems} />}
        {open && tab === 'why' && <WhyTab campaign={campaign} />}
        {open && tab === 'log' && <LogTab campaign={campaign} />}
        {open && tab === 'exclusions' && <ExclusionsTab campaign={campaign} activity={activity} />}
        {open && (tab === 'rows' || tab === 'distribution' || tab === 'sql') && !(activity && output) && (
          <p className="dock-empty">{t.campaign.dock.pick[tab]}</p>
        )}
        {open && activity && output && tab === 'rows' && (
          <RowsTab key={`${activity.id}/${output}`} campaign={campaign} activity={activity.id} output={output} rows={rows} />
        )}
        {open && activity && output && tab === 'sql' && <SqlTab campaign={campaign} activity={activity.id} output={output} />}
        {open && activity && output && tab === 'distribution' && (
          <DistributionTab campaign={campaign} activity={activity.id} output={output} known={rows !== undefined} />
        )}
      </Tabs>
    </section>
  );
});
