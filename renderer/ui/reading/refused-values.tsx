import type { TriedReading } from '../../../core/model/data-report';
import { useFormats, useText } from '../../text/use-text';

/** How many values of a column are refused, and the first of them. */
export function RefusedValues({ of }: { of: TriedReading['columns'][number] | undefined }) {
  const t = useText();
  const f = useFormats();
  if (!of) return null;
  const first = t.import.firstRefused(f.number(of.first.line), of.first.value ?? t.common.empty);
  return (
    <span className="reading-refused" title={first}>
      <span className="badge" data-tone="warning">
        {t.import.refusedCount(f.number(of.refused))}
      </span>
      <span className="muted truncate">{first}</span>
    </span>
  );
}
