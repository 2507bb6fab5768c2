import type { JsonList, JsonLists } from '../../../ports/sources';

/** An object that is no row of a list. `key` is the field whose value is being read. */
interface Level {
  key: string;
  /** Whether the next string is the name of a field. */
  named: boolean;
}

/** Lists are looked for in objects within objects so deep. */
const deepest = 4;
/** An object with more lists than this keeps records by their names. */
const mostLists = 50;

/**
 * Finds the lists of objects of JSON text that comes in parts of any length. `push` tells whether the rest of the text matters;
 * `found` has no lists where the text is anything else than one object.
 */
export function createListFinder() {
  const lists: JsonList[] = [];
  const fields: string[] = [];
  const levels: Level[] = [];
  /** The list that is being read, how deep in it, and whether an object is the first in it. */
  let list: { from: number; depth: number; objects: boolean | undefined } | undefined;
  let state: 'before' | 'within' | 'after' | 'other' = 'before';
  let string: { text: string; escaped: boolean } | undefined;
  let before = 0;

  function push(text: string): boolean {
    let at = 0;
    while (at < text.length && state !== 'other') at = string ? readString(text, at) : readSign(text, at);
    before += text.length;
    return state !== 'other';
  }

  function readString(text: string, from: number): number {
    if (!string) return from;
    const isName = !list && levels.at(-1)?.named === true;
    const end = string.escaped ? from + 1 : nextOf(inString, text, from);
    if (isName) string.text += text.slice(from, end);
    if (string.escaped) {
      string.escaped = false;
      return end;
    }
    if (text[end] === '\\') {
      string.escaped = true;
      if (isName) string.text += '\\';
    } else if (text[end] === '"') {
      if (isName) nameField(string.text);
      string = undefined;
    }
    return end + 1;
  }

  function nameField(text: string): void {
    const level = levels.at(-1);
    if (!level) return;
    level.key = unescaped(text);
    level.named = false;
    if (levels.length === 1) fields.push(level.key);
  }

  function readSign(text: string, from: number): number {
    const end = nextOf(signs(), text, from);
    const sign = text[end];
    if (sign === undefined) return end;
    if (list && list.objects === undefined) list.objects = sign === '{';
    if (state === 'before') begin(sign);
    else if (state === 'after') state = 'other';
    else if (sign === '"') string = { text: '', escaped: false };
    else if (list) readInList(sign, before + end);
    else readInObject(sign, before + end);
    return end + 1;
  }

  function signs(): Uint8Array {
    if (state !== 'within' || (list && list.objects === undefined)) return nonBlank;
    return list ? inList : inObject;
  }

  function begin(sign: string): void {
    state = sign === '{' ? 'within' : 'other';
    if (sign === '{') levels.push({ key: '', named: true });
  }

  function readInObject(sign: string, at: number): void {
    const level = levels.at(-1);
    if (sign === ',' && level) level.named = true;
    else if (sign === '{') levels.push({ key: '', named: true });
    else if (sign === '[') list = { from: at, depth: 1, objects: undefined };
    else if (sign === '}') {
      levels.pop();
      if (levels.length === 0) state = 'after';
    }
  }

  function readInList(sign: string, at: number): void {
    if (!list) return;
    if (sign === '{' || sign === '[') list.depth++;
    else if (sign === '}' || sign === ']') list.depth--;
    if (list.depth > 0) return;
    if (list.objects && levels.length <= deepest) lists.push({ path: levels.map((l) => l.key), from: list.from, to: at + 1 });
    if (lists.length > mostLists) state = 'other';
    list = undefined;
  }

  function found(): JsonLists {
    const names = new Set(lists.map(listName));
    const areTables = state === 'after' && names.size === lists.length;
    return {
      lists: areTables ? lists : [],
      beside: fields.filter((field) => !lists.some(({ path }) => path[0] === field)),
      unfinished: state === 'within',
    };
  }

  return { push, found };
}

/** What a person calls a list. */
export const listName = ({ path }: Pick<JsonList, 'path'>) => path.join('.');

/** Signs of JSON, by their codes; whatever is beyond ASCII is none. */
const codes = 128;
const among = (signs: string) => Uint8Array.from({ length: codes }, (_, code) => Number(signs.includes(String.fromCharCode(code))));
const inString = among('"\\');
const inList = among('"{}[]');
const inObject = among('"{}[],');
const nonBlank = among('\t\n\r ').map((isBlank) => 1 - isBlank);

function nextOf(wanted: Uint8Array, text: string, from: number): number {
  let at = from;
  while (at < text.length && wanted[text.charCodeAt(at)] !== 1) at++;
  return at;
}

/** A name with a wrong escape is for the engine to refuse. */
function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
