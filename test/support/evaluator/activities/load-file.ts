import type { ActivityOf } from '../../../../core/model/activity';
import type { FileColumn } from '../../../../core/model/recipe';
import { type Column, fileLines } from '../columns';
import type { Outputs } from '../people';
import { isEmpty, type Row, type Value, type World } from '../rows';
import { typed } from '../test';

/** A value as it is read, or why it is refused. */
type Reading = { value: Value } | { reason: string };

/** Records of a file by their lines, of which the first is the header; the refused ones are the complement. */
export function loadFile(world: World, { id, columns }: ActivityOf<'load-file'>): Outputs {
  const read = columns.filter((c) => !c.ignore);
  const records = (world.files[id] ?? []).map((record, i) => {
    const cells = read.map((c) => ({ column: c, text: record[c.attribute] ?? null, ...reading(c, record[c.attribute] ?? null) }));
    return { key: { line: i + 2 }, cells, faults: cells.flatMap((cell) => ('reason' in cell ? [cell] : [])) };
  });
  const out = records.filter((r) => r.faults.length === 0);
  const refused = records.flatMap(({ key, faults }) => {
    const [first] = faults;
    return first ? [{ key, added: { ...refusal(first), refused: faults.length } }] : [];
  });
  const population = { dimension: fileLines.name, file: id };
  return {
    out: {
      ...population,
      columns: read.map((c): Column => ({ name: c.attribute, type: c.type })),
      rows: out.map(({ key, cells }) => ({
        key,
        added: Object.fromEntries(cells.map((cell) => [cell.column.attribute, 'value' in cell ? cell.value : null])),
      })),
    },
    complement: { ...population, columns: about, rows: refused },
  };
}

const about: Column[] = [
  { name: 'column', type: 'text' },
  { name: 'value', type: 'text' },
  { name: 'reason', type: 'text' },
  { name: 'refused', type: 'integer' },
];

function refusal({ column, text, reason }: { column: FileColumn; text: Value; reason: string }): Row {
  return { column: column.source, value: text === null ? null : String(text), reason };
}

function reading(column: FileColumn, text: Value): Reading {
  const fallback = column.default === undefined ? null : typed(column.default, column.type);
  if (isEmpty(text)) {
    if (column.whenEmpty === 'reject') return { reason: 'empty-value' };
    return { value: column.whenEmpty === 'default' ? fallback : null };
  }
  if (isOf(column.type, text)) return { value: text };
  if (column.whenRefused === 'empty') return { value: null };
  return column.whenRefused === 'default' ? { value: fallback } : { reason: `not-${column.type}` };
}

function isOf(type: FileColumn['type'], value: Value): boolean {
  if (type === 'text') return true;
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(String(value));
  return typeof value !== 'string';
}
