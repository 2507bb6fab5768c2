import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Activity } from '../../../../core/model/activity';
import { select } from '../../../state/campaign';
import { countKey, useCounts } from '../../../state/counts';
import { outputsOf } from '../../../state/outputs';
import { useFormats, useText } from '../../../text/use-text';
import { kinds } from '../kinds';
import { labelOf, outputLabel } from '../sentence';

const rowHeight = 32;

/** The activities from top to bottom with their counts; only those in view are drawn. */
export function ActivityList({ activities }: { activities: readonly Activity[] }) {
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  const scroller = () => list.current?.closest<HTMLElement>('.inspector-body') ?? null;
  useLayoutEffect(() => {
    const [inside, around] = [list.current, scroller()];
    if (inside && around) setAbove(inside.getBoundingClientRect().top - around.getBoundingClientRect().top + around.scrollTop);
  });
  const virtual = useVirtualizer({
    count: activities.length,
    getScrollElement: scroller,
    estimateSize: () => rowHeight,
    scrollMargin: above,
    overscan: 20,
  });
  return (
    <ul className="activity-list" ref={list} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const activity = activities[index];
        return activity && <ListedActivity key={activity.id} activity={activity} place={[index, activities.length]} top={start - above} />;
      })}
    </ul>
  );
}

function ListedActivity({ activity, place: [index, total], top }: { activity: Activity; place: [number, number]; top: number }) {
  const t = useText();
  const f = useFormats();
  const rows = useCounts((state) => state.rows);
  const { icon: Icon, family } = kinds[activity.type];
  const outputs = outputsOf(activity).map((output): [string, string] => [
    outputLabel(activity, output, t),
    f.count(rows.get(countKey(activity.id, output))),
  ]);
  return (
    <li data-family={family} aria-posinset={index + 1} aria-setsize={total} style={{ top }}>
      <button type="button" className="activity-list-item" onClick={() => select({ activities: [activity.id] })}>
        <span className="node-icon small">
          <Icon aria-hidden />
        </span>
        <span className="truncate grow">{labelOf(activity, t)}</span>
        <span className="muted number" title={outputs.map(([label, n]) => `${label} ${n}`.trim()).join(' · ')}>
          {outputs.map(([, n]) => n).join(' · ')}
        </span>
      </button>
    </li>
  );
}
