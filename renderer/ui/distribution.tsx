import type { ColumnProfile } from '../../core/model/report';
import type { Cell } from '../../core/model/value';
import { useFormats, useText } from '../text/use-text';
import { cellText } from './cells';

/** A small picture of a column's values, for a table row. */
export function Sparkbars({ profile, width = 160, height = 24 }: { profile: ColumnProfile; width?: number; height?: number }) {
  const t = useText();
  const most = Math.max(1, ...profile.bars.map((bar) => bar.rows));
  const step = width / Math.max(1, profile.bars.length);
  return (
    <svg width={width} height={height} role="img" aria-label={`${t.data.distribution}: ${profile.name}`}>
      {profile.bars.map((bar, i) => {
        const tall = bar.rows === 0 ? 0 : Math.max(1, (bar.rows / most) * height);
        return <rect key={i} x={i * step} y={height - tall} width={Math.max(1, step - 1)} height={tall} rx={1} fill="var(--bar)" />;
      })}
    </svg>
  );
}

/** The same picture, large enough to read every bar. */
export function Bars({ profile, say }: { profile: ColumnProfile; say: (value: Cell) => string | null }) {
  const t = useText();
  const f = useFormats();
  const rows = [
    ...profile.bars.map((bar) => ({ label: barLabel(bar.from, bar.to, t.common.empty, say), rows: bar.rows, other: false })),
    ...(profile.others > 0 ? [{ label: t.data.otherValues(f.number(profile.others)), rows: profile.others, other: true }] : []),
    ...(profile.empty > 0 ? [{ label: t.common.empty, rows: profile.empty, other: true }] : []),
  ];
  return <BarRows label={`${t.data.distribution}: ${profile.name}`} rows={rows} />;
}

/** One bar a line: what it stands for, how long it is beside the longest, and its rows; their share too where `of` is given. */
export function BarRows({
  label,
  rows,
  of,
}: {
  label: string;
  rows: readonly { label: string; rows: number; other?: boolean }[];
  of?: number;
}) {
  const f = useFormats();
  const most = Math.max(1, ...rows.map((row) => row.rows));
  return (
    <ul className="bars" aria-label={label} data-shares={of !== undefined}>
      {rows.map((row, i) => (
        <li key={i}>
          <span className="truncate" title={row.label}>
            {row.label}
          </span>
          <span className="bar-track">
            <span style={{ width: `${(row.rows / most) * 100}%` }} data-other={row.other} />
          </span>
          <span className="number">{f.number(row.rows)}</span>
          {of !== undefined && <span className="number muted">{of === 0 ? '' : f.share(row.rows / of)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A value, or the two ends of a range. */
export function barLabel(from: Cell, to: Cell, empty: string, say: (value: Cell) => string | null = cellText): string {
  const start = say(from) ?? empty;
  const end = say(to) ?? empty;
  return start === end ? start : `${start} – ${end}`;
}
