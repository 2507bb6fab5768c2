import type { Dice } from '../../../core/sample/random';
import { type Plan, record } from './plan';
import { changeColumn, plainly, type Row } from './table';

/** One way a file differs from a plain one. Kinds of different groups can be put together. */
export interface Kind {
  name: string;
  group: 'encoding' | 'lines' | 'delimiter' | 'quotes' | 'frame' | 'header' | 'records' | 'values' | 'layout' | 'packing';
  spoil(p: Plan, c: Dice): Plan;
}

const kind = (group: Kind['group'], name: string, spoil: (p: Plan, c: Dice) => Plan): Kind => ({ group, name, spoil });
const set = (group: Kind['group'], name: string, change: Partial<Plan>): Kind => kind(group, name, (p) => ({ ...p, ...change }));

/** Leaves out what an encoding cannot hold. */
const only = (group: RegExp, instead: string) => (p: Plan) => ({
  ...p,
  table: {
    ...p.table,
    rows: p.table.rows.map((r) => ({ ...r, cells: r.cells.map((t) => t.replaceAll(group, instead)) })),
  },
});
const encoded = (name: string, encoding: string, bom = false) => set('encoding', name, { encoding, bom });

const encodings: Kind[] = [
  encoded('UTF-8', 'utf-8'),
  encoded('UTF-8 with mark', 'utf-8', true),
  encoded('UTF-16 LE', 'utf-16le', true),
  encoded('UTF-16 LE without mark', 'utf-16le'),
  encoded('UTF-16 BE', 'utf-16be', true),
  encoded('UTF-16 BE without mark', 'utf-16be'),
  encoded('Windows-1252', 'windows-1252'),
  kind('encoding', 'Latin-1', (p) => ({ ...only(/[’]/g, "'")(p), encoding: 'iso-8859-1' })),
  encoded('Mac Roman', 'macintosh'),
];

const lines: Kind[] = [
  set('lines', 'CRLF', { ends: ['\r\n'] }),
  set('lines', 'CR', { ends: ['\r'] }),
  set('lines', 'LF and CRLF mixed', { ends: ['\n', '\r\n', '\n'] }),
  set('lines', 'LF, CRLF and CR mixed', { ends: ['\n', '\r\n', '\r', '\r\n'] }),
  set('lines', 'no end at the last line', { lastEnd: false }),
  set('lines', 'record separator 1E', { ends: ['\x1e'], delimiter: '\x1f' }),
  set('lines', 'terminator &|', { ends: ['&|\n'], delimiter: '+|' }),
  set('lines', 'a control character before every line end', { ends: ['\x02\n'], delimiter: '\x01' }),
  set('lines', 'terminator ~', { ends: ['~'], delimiter: '*' }),
  set('lines', 'terminator |~|', { ends: ['#@#'], delimiter: '@~@' }),
];

const delimiters: Kind[] = [
  ...[';', '\t', '|', ':', '^', '~', '\x01', ' '].map((delimiter) =>
    set('delimiter', `delimiter ${JSON.stringify(delimiter)}`, { delimiter }),
  ),
  ...[', ', '; ', '||', '|~|', '::', '~|~', ' | ', '<|||>', '¦', '§'].map((delimiter) =>
    set('delimiter', `delimiter ${JSON.stringify(delimiter)}`, { delimiter }),
  ),
];

const quotes: Kind[] = [
  set('quotes', 'all values quoted', { always: true }),
  set('quotes', 'apostrophes', { quote: "'" }),
  set('quotes', 'apostrophes around all', { quote: "'", always: true }),
  set('quotes', 'backslash escapes', { escape: 'backslash' }),
  set('quotes', 'backslash escapes, all quoted', { escape: 'backslash', always: true }),
  kind('quotes', 'backslash before the delimiter, no quotes', (p) => ({ ...only(/["']/g, '')(p), escape: 'bare' })),
  kind('quotes', 'quoted line ends', (p, c) => ({
    ...p,
    table: changeColumn(p.table, 'note', (text) => ({ text: c.chance(0.4) ? `${text}\nsecond, line\n\nfourth` : text })),
  })),
  kind('quotes', 'stray quotes within values', (p) => ({
    ...p,
    table: { ...p.table, rows: p.table.rows.map((r, n) => (n % 7 === 3 ? stray(p, r) : r)) },
  })),
  kind('quotes', 'a quote never closed', (p) => ({
    ...p,
    table: { ...p.table, rows: p.table.rows.map((r, n) => (n === 11 ? unclosed(p, r) : r)) },
  })),
];

function stray(p: Plan, row: Row): Row {
  const cells = row.cells.with(7, '5" pipe');
  return { ...row, cells, fate: 'either', raw: [record(p, cells.slice(0, 7)), cells[7]].join(p.delimiter) + p.trailing };
}

function unclosed(p: Plan, row: Row): Row {
  return { ...row, fate: 'either', raw: [record(p, row.cells.slice(0, 7)), `${p.quote}never closed`].join(p.delimiter) + p.trailing };
}

const pad = (p: Plan, text: string) => text + p.delimiter.repeat(p.table.names.length - 1);
const frames: Kind[] = [
  set('frame', 'preamble', { before: ['Customers of the northern region', 'Exported on 12 May 2025 by billing', ''] }),
  set('frame', 'preamble without a blank line', { before: ['# customers', '# exported 2025-05-12 10:00, billing'] }),
  kind('frame', 'preamble padded with delimiters', (p) => ({ ...p, before: [pad(p, 'Customers'), pad(p, '')] })),
  set('frame', 'blank lines at the start', { before: ['', ''] }),
  kind('frame', 'footer', (p) => ({ ...p, after: ['', `${p.table.rows.length} rows exported`] })),
  kind('frame', 'footer with a total', (p) => ({
    ...p,
    after: [record(p, ['Total', '', '', '', '123456.78', '', '9999', ''])],
  })),
  kind('frame', 'preamble and footer', (p) => ({ ...p, before: ['Report: customers', ''], after: ['', 'End of report', 'Confidential'] })),
  kind('frame', 'a second table below', (p) => ({
    ...p,
    after: [
      '',
      ...[
        ['shop', 'town'],
        ['S1', 'Leeds'],
        ['S2', 'Cádiz'],
        ['S3', 'Bonn'],
      ].map((r) => record(p, r)),
    ],
  })),
  kind('frame', 'a small table above', (p) => ({
    ...p,
    before: [
      ...[
        ['made', 'by'],
        ['2025-05-12', 'billing'],
      ].map((r) => record(p, r)),
      '',
    ],
  })),
];

const headers: Kind[] = [
  kind('header', 'no header', (p) => ({ ...p, header: [], expected: undefined })),
  kind('header', 'two rows of names', (p) => {
    const groups = ['person', '', '', '', 'orders', '', '', ''];
    const all = ['person', 'person', 'person', 'person', 'orders', 'orders', 'orders', 'orders'];
    return { ...p, header: [groups, p.table.names], expected: all.map((g, c) => `${g} ${p.table.names[c]}`) };
  }),
  kind('header', 'three rows of names', (p) => {
    const top = ['persons', '', '', '', 'sales', '', '', ''];
    const groups = ['person', '', '', '', 'orders', '', '', ''];
    const all = ['person', 'person', 'person', 'person', 'orders', 'orders', 'orders', 'orders'];
    return {
      ...p,
      header: [top, groups, p.table.names],
      expected: all.map((g, c) => `${c < 4 ? 'persons' : 'sales'} ${g} ${p.table.names[c]}`),
    };
  }),
  kind('header', 'years below groups', (p) => ({
    ...p,
    header: [
      ['', '', '', '', 'orders', '', 'visits', ''],
      ['id', 'name', 'postcode', 'code', '2024', 'first', '2025', 'last'],
    ],
    expected: ['id', 'name', 'postcode', 'code', 'orders 2024', 'orders first', 'visits 2025', 'visits last'],
  })),
  kind('header', 'units below the names', (p) => ({
    ...p,
    header: [p.table.names, ['', '', '', '', 'EUR', '', '/year', '']],
    expected: p.table.names.with(4, 'amount EUR').with(6, 'visits /year'),
  })),
  kind('header', 'names twice', (p) => ({
    ...p,
    header: [p.table.names.with(3, 'name').with(7, 'NAME')],
    expected: p.table.names.with(3, 'name_2').with(7, 'NAME_3'),
  })),
  kind('header', 'names missing', (p) => ({
    ...p,
    header: [p.table.names.with(3, '').with(6, '')],
    expected: p.table.names.with(3, 'column_4').with(6, 'column_7'),
  })),
  kind('header', 'hostile names', (p) => {
    const names = p.table.names.with(3, 'x"; DROP TABLE file; --').with(6, "'); DELETE FROM file; --");
    return { ...p, header: [names], expected: names };
  }),
  kind('header', 'names with line ends', (p) => ({
    ...p,
    header: [p.table.names.with(4, 'amount\nin euros')],
    expected: p.table.names.with(4, 'amount in euros'),
  })),
];

const broken = (p: Plan, every: number, make: (row: Row) => Row): Plan => ({
  ...p,
  table: { ...p.table, rows: p.table.rows.map((r, n) => (n > 2 && n % every === every - 1 ? make(r) : r)) },
});

const records: Kind[] = [
  kind('records', 'some records short', (p) =>
    broken(p, 9, (r) => ({ ...r, cells: r.cells.slice(0, 5).concat('', '', ''), fate: 'either', raw: record(p, r.cells.slice(0, 5)) })),
  ),
  kind('records', 'empty ends left out', (p) =>
    broken(p, 3, (r) => ({ ...r, cells: r.cells.with(7, ''), fate: 'either', raw: record(p, r.cells.slice(0, 7)) })),
  ),
  kind('records', 'some records long', (p) => broken(p, 9, (r) => ({ ...r, fate: 'reject', raw: record(p, [...r.cells, 'more', 'x']) }))),
  kind('records', 'delimiter at every end', (p) => ({ ...p, trailing: p.delimiter })),
  kind('records', 'delimiter at the ends of the rows alone', (p) => ({
    ...p,
    table: { ...p.table, rows: p.table.rows.map((r) => ({ ...r, raw: record(p, r.cells) + p.delimiter })) },
  })),
  kind('records', 'blank lines between', (p) => ({
    ...p,
    table: { ...p.table, rows: p.table.rows.map((r, n) => (n % 10 === 9 ? { ...r, raw: `${record(p, r.cells)}${p.ends[0]}` } : r)) },
  })),
  kind('records', 'cut off in the last record', (p) => {
    const last = p.table.rows.at(-1);
    if (!last) return p;
    const cut: Row = {
      ...last,
      fate: 'either',
      raw: record(p, last.cells.slice(0, 4)),
      cells: last.cells.slice(0, 4).concat('', '', '', ''),
    };
    return { ...p, lastEnd: false, table: { ...p.table, rows: [...p.table.rows.slice(0, -1), cut] } };
  }),
  kind('records', 'NUL bytes', (p) => ({
    ...p,
    table: changeColumn(p.table, 'note', (text, n) => ({ text: n % 8 === 5 ? 'a\0b' : text })),
  })),
  kind('records', 'only a few', (p) => ({ ...p, table: { ...p.table, rows: p.table.rows.slice(0, 3) } })),
];

const inColumn = (name: string, column: string, change: (text: string, n: number) => { text: string; means?: string }): Kind =>
  kind('values', name, (p) => ({ ...p, table: changeColumn(p.table, column, change) }));
const comma = (text: string) => ({ text: text.replace('.', ','), means: text });
const grouped = (text: string, mark: string) => text.replace(/\d(?=(\d{3})+\.)/g, `$&${mark}`);

const values: Kind[] = [
  inColumn('decimal comma', 'amount', comma),
  inColumn('decimal comma, thousands point', 'amount', (text) => ({ text: grouped(text, '.').replace(/\.(\d\d)$/, ',$1'), means: text })),
  inColumn('thousands comma', 'amount', (text) => ({ text: grouped(text, ','), means: text })),
  inColumn('euro sign', 'amount', (text) => ({ text: `€${text}`, means: text })),
  inColumn('numbers in both notations', 'amount', (text, n) => (n % 2 ? comma(text) : { text })),
  inColumn('day first', 'joined', (text) => ({ text: text.split('-').toReversed().join('/'), means: text })),
  inColumn('month first', 'joined', (text) => ({ text: text.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1'), means: text })),
  inColumn('days with points', 'joined', (text) => ({ text: text.split('-').toReversed().join('.'), means: text })),
  inColumn('days in several notations', 'joined', (text, n) => (n % 3 ? { text } : { text: text.split('-').toReversed().join('.') })),
  inColumn('NA among numbers', 'visits', (text, n) => ({ text: n % 5 === 2 ? 'NA' : text })),
  inColumn('leading zeros', 'visits', (text) => ({ text: text.padStart(5, '0') })),
  inColumn('digits beyond numbers', 'code', (text) => ({ text: `9${text.replaceAll(/\D/g, '7').padStart(22, '4')}` })),
  inColumn('formulas', 'note', (text, n) => ({ text: n % 4 === 1 ? '=HYPERLINK("http://x","y")' : text })),
  inColumn('blanks around values', 'note', (text) => ({ text: `  ${text || 'x'} ` })),
  inColumn('control characters', 'note', (text, n) => ({ text: n % 6 === 2 ? 'bell\x07tab\x0b' : text })),
];

const trimmed = (table: Plan['table']) => ({ ...table, rows: table.rows.map((r) => ({ ...r, cells: r.cells.map((t) => t.trim()) })) });

const layouts: Kind[] = [
  kind('layout', 'aligned with blanks', (p) => {
    const table = plainly(p.table);
    return { ...p, table, layout: 'aligned' };
  }),
  kind('layout', 'fixed width', (p) => ({
    ...p,
    layout: 'fixed',
    table: trimmed(p.table),
  })),
  kind('layout', 'fixed width with times', (p) => ({
    ...p,
    layout: 'fixed',
    table: changeColumn(trimmed(p.table), 'joined', (text, n) => ({ text: `${text} 10:${String(n % 60).padStart(2, '0')}:30` })),
  })),
];

const packing: Kind[] = [set('packing', 'gzip', { gzip: true, name: 'file.csv.gz' })];

export const kinds: readonly Kind[] = [
  ...encodings,
  ...lines,
  ...delimiters,
  ...quotes,
  ...frames,
  ...headers,
  ...records,
  ...values,
  ...layouts,
  ...packing,
];
