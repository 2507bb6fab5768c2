const context = new OffscreenCanvas(1, 1).getContext('2d');
const known = new Map<string, string>();
const mostKnown = 5000;

/** As much of a text as is at most so many pixels wide, with an ellipsis for the rest. */
export function fitting(text: string, font: string, width: number): string {
  return remembered(`${width} ${font} ${text}`, () => cutTo(text, font, width));
}

function remembered(key: string, measure: () => string): string {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const measured = measure();
  known.set(key, measured);
  return measured;
}

/** A text on at most two lines that are so many pixels wide, parted by a line break between words where that is possible. */
export function fittingLines(text: string, font: string, width: number): string {
  return remembered(`lines ${width} ${font} ${text}`, () => linesOf(text, font, width));
}

function linesOf(text: string, font: string, width: number): string {
  if (!context) return text;
  context.font = font;
  if (context.measureText(text).width <= width) return text;
  const words = text.split(' ');
  let first = words.length - 1;
  while (first > 0 && context.measureText(words.slice(0, first).join(' ')).width > width) first--;
  if (first === 0) return cutTo(text, font, width);
  return `${words.slice(0, first).join(' ')}\n${cutTo(words.slice(first).join(' '), font, width)}`;
}

function cutTo(text: string, font: string, width: number): string {
  if (!context) return text;
  context.font = font;
  const widthOf = (shown: string) => context.measureText(shown).width;
  const whole = widthOf(text);
  if (whole <= width) return text;
  const signs = [...text];
  const cut = (length: number) => `${signs.slice(0, length).join('').trimEnd()}…`;
  // Signs are about as wide as each other: few have to be tried.
  let length = Math.floor((signs.length * width) / whole);
  while (length > 0 && widthOf(cut(length)) > width) length--;
  while (length < signs.length && widthOf(cut(length + 1)) <= width) length++;
  return cut(length);
}
