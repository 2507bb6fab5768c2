import { type Fields, isFields } from '../base/fields';

/** A text that is a file of its own beside its object: where it is in the object, and how its file's name ends. */
export interface LongText {
  at: readonly string[];
  ending: string;
  /** A field of the object that tells that it has such a text, and its value. */
  of: { at: readonly string[]; is: string };
}

export const longTexts: readonly LongText[] = [
  { at: ['sql'], ending: '.sql', of: { at: ['type'], is: 'sql' } },
  { at: ['sql'], ending: '.sql', of: { at: ['kind'], is: 'sql' } },
  { at: ['sql'], ending: '.sql', of: { at: ['kind'], is: 'query' } },
  { at: ['definition', 'sql'], ending: '.sql', of: { at: ['definition', 'kind'], is: 'sql' } },
  { at: ['message', 'html'], ending: '.html', of: { at: ['type'], is: 'email' } },
  { at: ['message', 'text'], ending: '.txt', of: { at: ['type'], is: 'email' } },
];

/**
 * The object without its long texts, and these by the ending of their files. A file ends with one line end more than the text,
 * so that editors that add one where it is missing change nothing.
 */
export function takeTexts(object: Fields): { rest: Fields; texts: Map<string, string> } {
  const texts = new Map<string, string>();
  let rest = object;
  for (const { at, ending, of } of longTexts) {
    const found = valueAt(rest, at);
    if (typeof found !== 'string' || valueAt(rest, of.at) !== of.is) continue;
    texts.set(ending, `${found}\n`);
    rest = changed(rest, at, undefined);
  }
  return { rest, texts };
}

/** Puts the texts that are there back. `read` gives the file with an ending. */
export function putTexts(object: Fields, read: (ending: string) => string | undefined): Fields {
  return longTexts.reduce((whole, { at, ending, of }) => {
    const text = valueAt(whole, of.at) === of.is ? read(ending) : undefined;
    return text === undefined ? whole : changed(whole, at, text.replace(/\n$/, ''));
  }, object);
}

/** Endings of the files beside an object. */
export const endings: readonly string[] = [...new Set(longTexts.map((t) => t.ending))];

/** The object the text is a field of, where there is one. */
function holder(object: Fields, at: readonly string[]): Fields | undefined {
  const [step, ...rest] = at;
  if (step === undefined || rest.length === 0) return object;
  const inner = object[step];
  return isFields(inner) ? holder(inner, rest) : undefined;
}

function valueAt(object: Fields, at: readonly string[]): unknown {
  const name = at.at(-1);
  return name === undefined ? undefined : holder(object, at)?.[name];
}

function changed(object: Fields, at: readonly string[], text: string | undefined): Fields {
  const [step, ...rest] = at;
  if (step === undefined) return object;
  const inner = object[step];
  const { [step]: _, ...others } = object;
  if (rest.length > 0) return isFields(inner) ? { ...others, [step]: changed(inner, rest, text) } : object;
  return text === undefined ? others : { ...others, [step]: text };
}
