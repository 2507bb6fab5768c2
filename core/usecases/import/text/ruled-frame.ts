import type { Frame } from './frame';
import type { Cut } from './layout';
import { areTypes, isUnderline } from './ruled';
import { commonWidth } from './weigh';

/**
 * Where a table with lines stands: from its names, which it always has, to the last record that is one. What Markdown draws and what
 * DuckDB tells below the names is taken for a second row of them, in which there are none.
 * @param whole the records are all there are
 */
export function ruledFrame(records: readonly Cut[], whole: boolean): Frame {
  const sound = records.filter((r) => !r.blank && r.flaw === undefined);
  const several = sound.filter((r) => r.values.length > 1);
  const width = commonWidth(several.length > 0 ? several : sound);
  const isRecord = (r: Cut) => !r.blank && r.flaw === undefined && r.values.length === width;
  const begins = Math.max(0, records.findIndex(isRecord));
  const [below, ...others] = records.slice(begins + 1);
  // DuckDB draws its line below the types.
  const typed = below && !below.blank && areTypes(below.values) && others[0]?.blank;
  const second = [below, ...others].find((r) => r && !r.blank);
  const after = records.slice(records.findLastIndex(isRecord) + 1).filter((r) => !r.blank).length;
  return {
    begins,
    headerRows: typed || (second && isUnderline(second.values)) ? 2 : 1,
    footer: whole ? Math.min(1000, after) : 0,
    others: [],
  };
}
