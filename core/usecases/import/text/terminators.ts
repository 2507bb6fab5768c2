import { runs } from './candidates';

const unseen = ['\u001e', '\u001d', '\u001c', '\u0085', '\u2028', '\u2029', '\u000b', '\u000c', '~', '|', '#', '$', ';'];

/** What may end records instead of a line end; undefined where a line end does. */
export function terminators(text: string): (string | undefined)[] {
  if (!/[\r\n]/.test(text)) {
    const found = [...unseen, ...runs(text)].filter((t) => text.split(t, 3).length > 2);
    return text.length > 40 ? [undefined, ...found] : [undefined];
  }
  const suffix = commonEnd(text);
  const marks = unseen.slice(0, 3).filter((t) => text.split(t, 4).length > 3);
  return [...(suffix === undefined ? [] : [suffix]), undefined, ...marks];
}

/** With which most lines end and which nothing else holds: two signs or more, not all the same, or a control character. */
function commonEnd(text: string): string | undefined {
  const lines = text.split(/\r\n|\n|\r/).filter((l) => l.trim() !== '');
  const counts = new Map<string, number>();
  for (const line of lines) {
    const end = ending.exec(line)?.[0];
    if (end === undefined || (end.length === 1 ? line.indexOf(end) < line.length - 1 : new Set(end).size === 1)) continue;
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] >= 3 && best[1] > lines.length * 0.6 ? best[0] : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: such characters end records.
const ending = /[\x01-\x08\x0e-\x1f]$|[^\p{L}\p{N}\p{M}\s"'`.)\]}>]{2,4}$/u;
