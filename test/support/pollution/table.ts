import type { Dice } from '../../../core/sample/random';

/** What a file should come out as. */
export interface Row {
  /** As they stand in the file, before quoting. */
  cells: string[];
  /** What the cell may be loaded as, where that is not its text. */
  means?: (string | undefined)[];
  /** The record as it is written, where it is broken on purpose. */
  raw?: string;
  /** `either`: loaded, or refused on its line. */
  fate: 'load' | 'reject' | 'either';
}

export interface Table {
  names: string[];
  rows: Row[];
}

const first = ['Ana', 'José', 'Zoë', 'Ørjan', 'Łukasz', 'Mary', 'Siobhán', 'Jürgen', 'Chloé', 'Bo'];
const last = ['Muñoz', "O'Brien", 'Smith', 'Müller', 'García', 'Lee', 'D’Arc', 'van der Berg', 'Ångström', 'Nowak'];
const western = (name: string) => name.replaceAll('Łukasz', 'Lukas');
const notes = [
  'prefers mail',
  'NA',
  'calls, often',
  'said "no"',
  'none',
  'back; again',
  '50% off | today',
  '',
  'see C:\\temp',
  '1/2 price',
];
const codes = ['1e5', '12E4', '7e', '0x1F', '3d2', '9e9', '00e1', '5E2', '1e10', '44'];
const two = (n: number) => String(n).padStart(2, '0');

/** People with ids, names, postcodes, codes that look like numbers, amounts, days and remarks. */
export function people(c: Dice, rows: number): Table {
  const start = c.whole(1, 500);
  return {
    names: ['id', 'name', 'postcode', 'code', 'amount', 'joined', 'visits', 'note'],
    rows: Array.from({ length: rows }, (_, n) => ({
      fate: 'load',
      cells: [
        `K${String(start + n).padStart(5, '0')}`,
        western(`${c.pick(first)} ${c.pick(last)}`),
        String(c.whole(0, 99_999)).padStart(5, '0'),
        c.pick(codes),
        `${c.whole(0, 9999)}.${two(c.whole(0, 99))}`,
        `20${two(c.whole(10, 25))}-${two(c.whole(1, 12))}-${two(c.whole(1, 28))}`,
        String(c.whole(0, 400)),
        c.pick(notes),
      ],
    })),
  };
}

/** The same without blanks, quotes or empty values, for layouts that cannot hold them. */
export function plainly(table: Table): Table {
  const plain = (text: string) => text.replaceAll(/[\s,;|"'’\\]+/g, '-') || 'none';
  return { ...table, rows: table.rows.map((r) => ({ ...r, cells: r.cells.map(plain) })) };
}

export function changeColumn(table: Table, name: string, change: (text: string, row: number) => { text: string; means?: string }): Table {
  const at = table.names.indexOf(name);
  const rows = table.rows.map((row, n) => {
    const changed = change(row.cells[at] ?? '', n);
    const means = row.means ?? [];
    return { ...row, cells: row.cells.with(at, changed.text), means: row.cells.map((_, i) => (i === at ? changed.means : means[i])) };
  });
  return { ...table, rows };
}
