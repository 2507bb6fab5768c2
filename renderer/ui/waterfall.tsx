import type { Waterfall as Data } from '../../core/model/run';
import { useFormats, useText } from '../text/use-text';

/** How `input` becomes `sent`: every exclusion takes its rows off the end of the bar before it. */
export function Waterfall({ data }: { data: Data }) {
  const t = useText();
  const f = useFormats();
  const wide = (rows: number) => `${data.input === 0 ? 0 : (rows / data.input) * 100}%`;
  let left = data.input;
  return (
    <div className="waterfall" role="list" aria-label={t.campaign.dock.exclusions}>
      <Line label={t.rehearsal.input} rows={f.number(data.input)} kind="total" start="0%" width={wide(data.input)} strong />
      {data.exclusions.map((exclusion) => {
        left -= exclusion.rows;
        const label = t.rehearsal.reasons[exclusion.reason] ?? exclusion.reason;
        const detail = exclusion.detail ? `${label} · ${t.rehearsal.details[exclusion.detail] ?? exclusion.detail}` : label;
        return (
          <Line
            key={`${exclusion.reason}/${exclusion.detail}`}
            label={detail}
            rows={`−${f.number(exclusion.rows)}`}
            kind="lost"
            start={wide(left)}
            width={wide(exclusion.rows)}
          />
        );
      })}
      <Line label={t.rehearsal.sent} rows={f.number(data.sent)} kind="sent" start="0%" width={wide(data.sent)} strong />
    </div>
  );
}

function Line({
  label,
  rows,
  kind,
  start,
  width,
  strong,
}: {
  label: string;
  rows: string;
  kind: string;
  start: string;
  width: string;
  strong?: boolean;
}) {
  return (
    <div role="listitem" style={{ display: 'contents' }}>
      {strong ? <strong>{label}</strong> : <span>{label}</span>}
      <span className="track" aria-hidden>
        <span data-kind={kind} style={{ left: start, width }} />
      </span>
      <span className="number">{strong ? <strong>{rows}</strong> : rows}</span>
    </div>
  );
}
