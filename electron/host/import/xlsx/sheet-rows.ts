import type { Zip } from '../open-zip';
import { columnOf, numberText, unescapedText } from './cell-text';
import type { NumberFormat } from './formats';
import { parseXml } from './parse-xml';

/** What cells are told by. */
export interface Telling {
  formats: readonly NumberFormat[];
  strings: readonly string[];
  from1904: boolean;
}

/** @param cells texts by column, without those that are empty */
export type RowTaker = (row: number, cells: ReadonlyMap<number, string>) => void;

/** Source: the limits of a worksheet. */
const mostRows = 1_048_576;
const mostColumns = 16_384;

/** Reads the rows of a sheet as they come; rows are counted from 1. @throws Error when it is no sheet */
export async function readRows(zip: Zip, file: string, telling: Telling, take: RowTaker, drained?: () => Promise<boolean>): Promise<void> {
  let row = 0;
  let column = -1;
  let cells = new Map<number, string>();
  let type = 'n';
  let style = 0;
  let value: string | undefined;
  let inline = '';
  let within: 'v' | 't' | undefined;
  let phonetic = false;
  await parseXml(
    await zip.read(file),
    {
      open(name, attributes) {
        if (name === 'row') {
          row = attributes.r === undefined ? row + 1 : Number(attributes.r);
          if (!(row >= 1 && row <= mostRows)) throw new Error(`row ${attributes.r} is beyond what a sheet may have`);
          cells = new Map();
          column = -1;
        } else if (name === 'c') {
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
          if (!(column >= 0 && column < mostColumns)) throw new Error(`cell ${attributes.r} is beyond what a sheet may have`);
          type = attributes.t ?? 'n';
          style = Number(attributes.s ?? 0);
          value = undefined;
          inline = '';
        } else if (name === 'v') {
          within = 'v';
          value = '';
        } else if (name === 'rPh') phonetic = true;
        else if (name === 't' && !phonetic) within = 't';
      },
      text(text) {
        if (within === 'v') value += text;
        else if (within === 't') inline += text;
      },
      close(name) {
        if (name === 'v' || name === 't') within = undefined;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'c') {
          const text = textOf({ type, value, inline, format: telling.formats[style] ?? 'number' }, telling);
          if (text !== '') cells.set(column, text);
        } else if (name === 'row') take(row, cells);
      },
    },
    drained,
  );
}

interface CellParts {
  type: string;
  value: string | undefined;
  inline: string;
  format: NumberFormat;
}

function textOf({ type, value, inline, format }: CellParts, { strings, from1904 }: Telling): string {
  switch (type) {
    case 'inlineStr':
      return unescapedText(inline);
    case 's': {
      if (value === undefined) return '';
      const text = strings[Number(value)];
      if (text === undefined) throw new Error(`a cell names text ${value}, of ${strings.length}`);
      return text;
    }
    case 'b':
      return value === '1' || value === 'true' ? 'true' : value === undefined ? '' : 'false';
    case 'n':
      return value === undefined ? '' : numberText(value, format, from1904);
    default:
      return unescapedText(value ?? '');
  }
}

/** More text than this is not held in memory. */
const longestStrings = 512 * 1024 * 1024;

/** The texts that cells name by number. */
export async function readStrings(zip: Zip, file: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (file === undefined) return strings;
  let text = '';
  let total = 0;
  let within = false;
  let phonetic = false;
  await parseXml(await zip.read(file), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') within = !phonetic;
    },
    text(part) {
      if (within) text += part;
    },
    close(name) {
      if (name === 't') within = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        strings.push(unescapedText(text));
        total += text.length + 16;
        if (total > longestStrings) throw new TooMuchText(total);
      }
    },
  });
  return strings;
}

export class TooMuchText extends Error {
  constructor(readonly bytes: number) {
    super('more text than fits');
  }
}

export const mostText = longestStrings;
