import { zipOf } from './zip-of';

/** A cell as a worksheet writes it: its own XML, and the code of its number format. */
export interface SheetCell {
  xml: string;
  format?: string | number;
}

export interface WrittenSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  /** Rows by their number; a row may start at any column. */
  rows: readonly { at: number; cells: readonly (SheetCell | undefined)[] }[];
  /** Ranges that are merged. */
  merged?: readonly string[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const part = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
const related = (links: readonly { type: string; target: string }[]) =>
  part(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.map(({ type, target }, n) => `<Relationship Id="r${n + 1}" Type="${relations}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
  );

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/** The bytes of a workbook, cell by cell as told. @param strings the texts that cells of type `s` name */
export function workbookOf(sheets: readonly WrittenSheet[], { from1904 = false, strings = [] as readonly string[] } = {}): Buffer {
  const codes: string[] = [];
  const styles: (string | number)[] = [0];
  const styleOf = (format: string | number) => {
    if (!styles.includes(format)) styles.push(format);
    return styles.indexOf(format);
  };
  const files: Record<string, Buffer> = {};
  for (const [n, { rows, merged = [] }] of sheets.entries()) {
    const xml = rows.map(({ at, cells }) => {
      const written = cells.map((cell, c) => {
        if (!cell) return '';
        const style = cell.format === undefined ? '' : ` s="${styleOf(cell.format)}"`;
        return cell.xml.replace('<c', `<c r="${letters(c)}${at}"${style}`);
      });
      return `<row r="${at}">${written.join('')}</row>`;
    });
    const merges = merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    files[`xl/worksheets/sheet${n + 1}.xml`] = part(
      `<worksheet xmlns="${main}"><sheetData>${xml.join('')}</sheetData>${merges}</worksheet>`,
    );
  }
  const idOf = (format: string | number) =>
    typeof format === 'number' ? format : 164 + (codes.includes(format) ? codes.indexOf(format) : codes.push(format) - 1);
  const xfs = styles.map((format) => `<xf numFmtId="${idOf(format)}"/>`).join('');
  const formats = codes.map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${escaped(code)}"/>`).join('');
  return zipOf({
    '_rels/.rels': related([{ type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': part(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, state }, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}"${state ? ` state="${state}"` : ''} r:id="r${n + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': related([
      ...sheets.map((_, n) => ({ type: 'worksheet', target: `worksheets/sheet${n + 1}.xml` })),
      { type: 'styles', target: 'styles.xml' },
      { type: 'sharedStrings', target: 'sharedStrings.xml' },
    ]),
    'xl/styles.xml': part(`<styleSheet xmlns="${main}"><numFmts>${formats}</numFmts><cellXfs>${xfs}</cellXfs></styleSheet>`),
    'xl/sharedStrings.xml': part(`<sst xmlns="${main}">${strings.join('')}</sst>`),
    ...files,
  });
}
