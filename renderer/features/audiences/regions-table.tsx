import { useState } from 'react';
import type { AudienceOverlap } from '../../../core/model/report';
import { useFormats, useText } from '../../text/use-text';
import { Switch } from '../../ui/choice';
import { type OverlapSet, regionName } from './region-name';

/** Every region a line, the largest first: which audiences it lies in, how many are there, and what share of all. */
export function RegionsTable({
  sets,
  found,
  inside,
  onPick,
}: {
  sets: readonly OverlapSet[];
  found: AudienceOverlap;
  inside: readonly string[] | undefined;
  onPick: (inside: string[]) => void;
}) {
  const t = useText();
  const f = useFormats();
  const [hideEmpty, setHideEmpty] = useState(sets.length > 3);
  const sorted = found.regions.toSorted((a, b) => b.rows - a.rows || a.inside.length - b.inside.length);
  const empty = sorted.filter((r) => r.rows === 0).length;
  const shown = hideEmpty ? sorted.filter((r) => r.rows > 0) : sorted;
  const most = Math.max(1, ...sorted.map((r) => r.rows));
  return (
    <div className="card regions">
      <table className="list-table regions-table" aria-label={t.audiences.regions}>
        <thead>
          <tr>
            {sets.map((set) => (
              <th key={set.id} className="set">
                <span className="set-name" title={set.name}>
                  {set.name}
                </span>
                <span className="muted">{f.number(set.rows)}</span>
              </th>
            ))}
            <th>{t.audiences.region}</th>
            <th className="number">{t.audiences.count}</th>
            <th className="number">{t.audiences.share}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((region) => {
            const label = regionName(sets, region.inside, t);
            return (
              <tr key={region.inside.join('/')} data-picked={inside?.join('/') === region.inside.join('/')}>
                {sets.map((set) => (
                  <td key={set.id} className="set">
                    <span className="dot" data-in={region.inside.includes(set.id)} aria-hidden />
                  </td>
                ))}
                <td>
                  <button type="button" className="region-bar" aria-label={label} title={label} onClick={() => onPick(region.inside)}>
                    <span className="bar-track">
                      <span style={{ width: `${(region.rows / most) * 100}%` }} />
                    </span>
                  </button>
                </td>
                <td className="number">{f.number(region.rows)}</td>
                <td className="number muted">{found.union === 0 ? '' : f.share(region.rows / found.union)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {empty > 0 && (
        <div className="row regions-foot">
          <Switch label={t.audiences.hideEmpty} checked={hideEmpty} onChange={setHideEmpty} />
          {hideEmpty && <span className="muted">{t.audiences.hidden(f.number(empty))}</span>}
        </div>
      )}
    </div>
  );
}
