import { countKey, useCounts } from '../../../state/counts';
import type { Formats } from '../../../text/formats';
import { type Text, useFormats, useText } from '../../../text/use-text';

/** How a count differs from an earlier one, e.g. `+1,204` and `+1,204 (+3%)`; undefined when it does not. */
export function difference(rows: number, before: number | undefined, f: Formats): { short: string; full: string } | undefined {
  if (before === undefined || before === rows) return undefined;
  const signed = (n: number, shown: string) => `${n < 0 ? '−' : '+'}${shown}`;
  const short = signed(rows - before, f.number(Math.abs(rows - before)));
  if (before === 0) return { short, full: short };
  const share = (rows - before) / before;
  return { short, full: `${short} (${signed(share, f.percent(Math.abs(share)))})` };
}

/** A count with what the last edit changed of it, else what changed since the campaign was last open. Both are told to who points at it. */
export function useCount(activity: string, output: string) {
  const t = useText();
  const f = useFormats();
  const key = countKey(activity, output);
  const rows = useCounts((state) => state.rows.get(key));
  const edited = useCounts((state) => state.edited.get(key));
  const seen = useCounts((state) => state.seen?.rows.get(key));
  const at = useCounts((state) => state.seen?.at);
  const byEdit = rows === undefined ? undefined : difference(rows, edited, f);
  const sinceSeen = rows === undefined ? undefined : difference(rows, seen, f);
  const says = [byEdit && t.counts.byEdit(byEdit.full), sinceSeen && at && t.counts.since(sinceSeen.full, f.moment(at))];
  return { rows, change: (byEdit ?? sinceSeen)?.short, says: says.filter(Boolean).join('\n') };
}

export function Change({ text }: { text: string | undefined }) {
  return text === undefined ? null : <span className="count-change">{text}</span>;
}

/** A count that is not known is being counted, or cannot be. Nothing moves: dozens of them would take what counts its time. */
export function Unknown() {
  const t = useText();
  const counting = useCounts((state) => state.counting);
  return (
    <span className="count-unknown" data-counting={counting} title={unknownWords(counting, t)}>
      {t.common.unknown}
    </span>
  );
}

const unknownWords = (counting: boolean, t: Text) => (counting ? t.campaign.counting : t.counts.cannot);
