import type { Dialect } from '../../model/recipe';

/** The values of the first record of `text`, as the dialect cuts it. */
export function firstRecord(text: string, dialect: Pick<Dialect, 'delimiter' | 'quote' | 'escape'>): string[] {
  const { delimiter, quote, escape } = dialect;
  const values: string[] = [];
  let value = '';
  let inside = false;
  for (let at = 0; at < text.length; ) {
    const rest = text.charAt(at);
    if (inside) {
      if (rest === escape && text.charAt(at + 1) === quote) {
        value += quote;
        at += 2;
        continue;
      }
      if (rest === quote) inside = false;
      else value += rest;
      at += 1;
    } else if (quote !== '' && rest === quote && value === '') {
      inside = true;
      at += 1;
    } else if (text.startsWith(delimiter, at)) {
      values.push(value);
      value = '';
      at += delimiter.length;
    } else if (rest === '\n' || rest === '\r') {
      break;
    } else {
      value += rest;
      at += 1;
    }
  }
  return [...values, value];
}
