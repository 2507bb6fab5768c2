import { createWalker, type WalkRequest } from './walk';

/** Takes the header and the records on some lines out of text that comes in parts, as they stand. */
export interface Picker {
  push(text: string): string;
  end(): string;
}

/** @param lines on which records begin, rising */
export function createPicker(request: WalkRequest, lines: readonly number[]): Picker {
  let parts: string[] = [];
  let next = 0;
  let lineEnd = request.dialect.terminator ?? '\n';
  const walker = createWalker(request, ({ line, text, whole, header }) => {
    while ((lines[next] ?? Number.POSITIVE_INFINITY) < line) next++;
    if (whole.length > text.length) lineEnd = whole.slice(text.length);
    if (header || lines[next] === line) parts.push(whole.length > text.length ? whole : text + lineEnd);
  });
  function taken(): string {
    const text = parts.join('');
    parts = [];
    return text;
  }
  return {
    push(text) {
      walker.push(text, false);
      return taken();
    },
    end() {
      walker.end();
      return taken();
    },
  };
}
