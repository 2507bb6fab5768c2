import type { LineRequest, LineRun, TextRequest } from '../../../core/ports/sources';
import { openBytes } from './open-bytes';

const LF = 10;
const CR = 13;

/** The lines on which these records begin. */
export async function findLines(path: string, request: LineRequest): Promise<{ refused: number[]; records: number[] }> {
  const records: number[] = [];
  const refused = await readRecords(path, request, (record, line) => {
    if (record === request.records[records.length]) records.push(line);
    return records.length < request.records.length;
  });
  return { refused, records };
}

/** The lines of all records, told where one does not begin on the line after the one before. */
export async function findRuns(path: string, request: TextRequest): Promise<{ refused: number[]; runs: LineRun[] }> {
  const runs: LineRun[] = [];
  let next = 0;
  const refused = await readRecords(path, request, (record, line) => {
    if (line !== next) runs.push({ record, line });
    next = line + 1;
    return true;
  });
  return { refused, runs };
}

/**
 * Reads the file again as far as needed and tells on which lines (from 1) records begin, as RFC 4180 cuts records: line ends
 * inside quotes belong to the value, blank lines are no records when there are several columns. Of a sheet, tells the rows.
 * @param found is given the records that were read, counted from 0; it says whether it wants more
 * @returns the lines of those refused
 */
async function readRecords(path: string, request: TextRequest, found: (record: number, line: number) => boolean): Promise<number[]> {
  const { dialect, columns } = request;
  const quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
  const escape = dialect.escape === '' ? -1 : dialect.escape.charCodeAt(0);
  const delimiter = Buffer.from(dialect.delimiter).at(-1) ?? 44;
  const lines: number[] = [];
  let wanted = true;
  let line = 1;
  let record = -(dialect.header ? 1 : 0);
  let began = 0;
  let beganLine = 1;
  let position = 0;
  let inside = false;
  let valueStart = true;
  let filled = false;
  let previous = -1;
  let skip = dialect.skip;
  let escaped = false;

  /** @param end the byte after the record */
  function finish(end: number): void {
    if (skip > 0) skip--;
    else if (filled || columns === 1) {
      let refused = false;
      while (lines.length < request.refused.length && (request.refused[lines.length] ?? 0) < end) {
        lines.push(beganLine);
        refused = true;
      }
      if (!refused || record < 0) {
        if (record >= 0 && wanted) wanted = found(record, beganLine);
        record++;
      }
    }
    began = end;
    beganLine = line;
    inside = false;
    filled = false;
    valueStart = true;
  }

  for await (const chunk of await openBytes(path)) {
    const bytes = chunk as Buffer;
    for (let at = 0; at < bytes.length; at++, position++) {
      const byte = bytes[at] ?? 0;
      if (byte === LF && previous === CR) {
        // The second half of a line end that was already taken.
        if (!inside) began = position + 1;
        previous = byte;
        continue;
      }
      previous = byte;
      if (byte === LF || byte === CR) {
        if (!inside || !request.sheet) line++;
        if (!inside || skip > 0) finish(position + 1);
      } else if (escaped) {
        escaped = false;
      } else if (inside) {
        if (byte === escape && escape !== quote) escaped = true;
        else if (byte === quote) inside = false;
      } else if (byte === quote && (valueStart || bytes[at - 1] === quote)) {
        inside = true;
        filled = true;
        valueStart = false;
      } else {
        valueStart = byte === delimiter;
        filled = true;
      }
    }
    if (!wanted && lines.length === request.refused.length) return lines;
  }
  if (position > began) finish(position);
  return lines;
}
