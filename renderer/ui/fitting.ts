const context = new OffscreenCanvas(1, 1).getContext('2d');
const known = new Map<string, string>();
const mostKnown = 5000;

/** As much of a text as is at most so many pixels wide, with an ellipsis for the rest. */
export function fitting(text: string, font: string, width: number): string {
  const key = `${width} ${font} ${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const cut = cutTo(text, font, width);
  known.set(key, cut);
  return cut;
}

function cutTo(text: string, font: string, width: number): string {
  if (!context) return text;
  context.font = font;
  const fits = (shown: string) => context.measureText(shown).width <= width;
  if (fits(text)) return text;
  const signs = [...text];
  while (signs.length > 0 && !fits(`${signs.join('')}…`)) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
