import type { CancelSignal } from '../../base/cancellation';
import type { Sheet, Sources } from '../../ports/sources';
import { entityName } from './header';

/** What of a file becomes an entity: the file itself, a file of an archive, a sheet of a workbook. */
export interface TableIn {
  path: string;
  member?: string;
  sheet?: string;
  /** The name proposed for it. */
  entity: string;
}

/** Files of an archive and sheets of a workbook that are meant; all where none is named, but for hidden sheets. */
export interface Chosen {
  members?: readonly string[] | undefined;
  sheets?: readonly string[] | undefined;
}

export interface TablesIn {
  tables: TableIn[];
  /** Sheets that were left aside because they are hidden. */
  hidden: { file: string; sheet: string }[];
}

/** @throws AppError `import-file-missing`, `import-bad-zip`, `import-bad-xlsx` and the like; what is in the tables is not looked at */
export async function tablesIn(sources: Sources, path: string, chosen: Chosen, signal?: CancelSignal): Promise<TablesIn> {
  const { name, bytes } = await sources.stat(path);
  const looks = bytes === 0 ? 'text' : await sources.looksLike(path);
  if (looks !== 'zip') return inFile(sources, { path, file: name, at: path }, chosen);
  const found: TablesIn = { tables: [], hidden: [] };
  for (const member of chosen.members ?? (await sources.members(path))) {
    const file = member.slice(member.lastIndexOf('/') + 1);
    if (!/\.xls[xm]$/i.test(file)) {
      found.tables.push({ path, member, entity: entityName(file) });
      continue;
    }
    const unpacked = await sources.unpackMember(path, member, { signal, keep: true });
    try {
      const { tables, hidden } = await inFile(sources, { path, file, at: unpacked.path, member }, chosen);
      found.tables.push(...tables);
      found.hidden.push(...hidden);
    } finally {
      await unpacked.release();
    }
  }
  return found;
}

/** @param at where the file can be read */
async function inFile(
  sources: Sources,
  { path, file, at, member }: { path: string; file: string; at: string; member?: string },
  chosen: Chosen,
): Promise<TablesIn> {
  const source = { path, ...(member === undefined ? {} : { member }) };
  const { bytes } = await sources.stat(at);
  const sheets: Sheet[] = bytes > 0 && (await sources.looksLike(at)) === 'xlsx' ? await sources.sheets(at) : [];
  const visible = sheets.filter((s) => !s.hidden).map((s) => s.name);
  const meant = chosen.sheets ?? (visible.length > 0 ? visible : sheets.map((s) => s.name));
  if (meant.length === 0) return { tables: [{ ...source, entity: entityName(file) }], hidden: [] };
  return {
    tables: meant.map((sheet) => ({ ...source, sheet, entity: entityName(file, sheets.length > 1 ? sheet : undefined) })),
    hidden: (chosen.sheets ? [] : sheets).filter((s) => s.hidden && !meant.includes(s.name)).map((s) => ({ file, sheet: s.name })),
  };
}
