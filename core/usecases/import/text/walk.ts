import type { Dialect } from '../../../model/recipe';
import { cutter, lineEnds } from './cut';
import { afterLines } from './detect-dialect';
import type { Cut } from './layout';

/** A record of a text that comes in parts. */
export interface Walked {
  /** On which it begins, counted from 1. */
  line: number;
  cut: Cut;
  /** As it stands, without and with what ends it. */
  text: string;
  whole: string;
  /** Characters up to its end. */
  end: number;
  header: boolean;
  /** There were bytes near it that are no text; U+FFFD stands for them. */
  damaged: boolean;
}

export interface WalkRequest {
  dialect: Dialect;
  columns: number;
  /** The text was made of a sheet: its records are counted instead of lines. */
  sheet: boolean;
}

export interface Walker {
  push(text: string, damaged: boolean): void;
  end(): void;
}

/** Lines that are skipped are looked for in so many characters. */
const longestSkip = 1_048_576;

/** Goes through the records of a text, blank lines left out. */
export function createWalker({ dialect, columns, sheet }: WalkRequest, take: (record: Walked) => void): Walker {
  const cut = cutter(dialect);
  let buffer = '';
  let damaged = false;
  let skipped = dialect.skip === 0;
  let headers = dialect.header ? (dialect.headerRows ?? 1) : 0;
  let line = 1;
  let before = 0;

  /** Lines gone by; where records have an end of their own and no lines, so many records. */
  const passed = (text: string, records: number) => (dialect.terminator === undefined ? lineEnds(text) : Math.max(records, lineEnds(text)));

  function skip(): void {
    const rest = afterLines(buffer, dialect);
    line += sheet ? dialect.skip : passed(buffer.slice(0, buffer.length - rest.length), dialect.skip);
    before += buffer.length - rest.length;
    buffer = rest;
    skipped = true;
  }

  function read(last: boolean): void {
    if (!skipped && (last || buffer.length >= longestSkip)) skip();
    let at = 0;
    while (skipped && at < buffer.length) {
      const record = cut(buffer, at, last);
      if (!record) break;
      const whole = buffer.slice(at, record.end);
      if (!record.blank || (columns === 1 && dialect.terminator === undefined && !dialect.ruled)) {
        take({ line, cut: record, text: buffer.slice(at, record.textEnd), whole, end: before + record.end, header: headers > 0, damaged });
        if (headers > 0) headers--;
      }
      line += sheet ? 1 : passed(whole, 1);
      at = record.end;
    }
    before += at;
    buffer = buffer.slice(at);
  }

  return {
    push(text, broken) {
      buffer += text;
      damaged ||= broken;
      read(false);
      damaged = broken;
    },
    end: () => read(true),
  };
}
