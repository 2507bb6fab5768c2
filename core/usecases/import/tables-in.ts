import type { CancelSignal } from '../../base/cancellation';
import type { Problem } from '../../base/problems';
import { partMembers } from '../../model/archive';
import type { Sheet, Sources } from '../../ports/sources';
import { besideTables } from './beside-tables';
import { entityName } from './header';
import { formatOf } from './open-source';
import { listName } from './text/json-lists';

/** What of a file becomes an entity: the file itself, a file of an archive, a sheet of a workbook, a list within JSON. */
export interface TableIn {
  path: string;
  member?: string;
  sheet?: string;
  /** The name proposed for it. */
  entity: string;
}

/** Files of an archive and sheets of a workbook that are meant; all where none is named, but for hidden sheets and what is beside tables. */
export interface Chosen {
  members?: readonly string[] | undefined;
  sheets?: readonly string[] | undefined;
}

export interface TablesIn {
  tables: TableIn[];
  /** Sheets that were left aside because they are hidden. */
  hidden: { file: string; sheet: string }[];
  /** Tells the files of an archive that were left aside because they are no tables by their names. */
  beside: Problem[];
}

/** @throws AppError `import-file-missing`, `import-bad-zip`, `import-bad-xlsx` and the like; what is in the tables is not looked at */
export async function tablesIn(sources: Sources, path: string, chosen: Chosen, signal?: CancelSignal): Promise<TablesIn> {
  const { name, bytes } = await sources.stat(path);
  const looks = bytes === 0 ? 'text' : await sources.looksLike(path);
  if (looks !== 'zip') return { ...(await inFile(sources, { path, file: name, at: path }, chosen, signal)), beside: [] };
  const among = chosen.members ? { tables: chosen.members, beside: [] } : partMembers(await sources.members(path));
  const found: TablesIn = { tables: [], hidden: [], beside: besideTables(name, among.beside) };
  for (const member of among.tables) {
    const file = member.slice(member.lastIndexOf('/') + 1);
    if (!/\.(xls[xm]|json)$/i.test(file)) {
      found.tables.push({ path, member, entity: entityName(file) });
      continue;
    }
    const unpacked = await sources.unpackMember(path, member, { signal, keep: true });
    try {
      const { tables, hidden } = await inFile(sources, { path, file, at: unpacked.path, member }, chosen, signal);
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
  signal: CancelSignal | undefined,
): Promise<Omit<TablesIn, 'beside'>> {
  const source = { path, ...(member === undefined ? {} : { member }) };
  const { bytes } = await sources.stat(at);
  const sheets = bytes > 0 ? await sheetsIn(sources, at, file, signal) : [];
  const visible = sheets.filter((s) => !s.hidden).map((s) => s.name);
  const meant = chosen.sheets ?? (visible.length > 0 ? visible : sheets.map((s) => s.name));
  if (meant.length === 0) return { tables: [{ ...source, entity: entityName(file) }], hidden: [] };
  return {
    tables: meant.map((sheet) => ({ ...source, sheet, entity: entityName(file, sheets.length > 1 ? sheet : undefined) })),
    hidden: (chosen.sheets ? [] : sheets).filter((s) => s.hidden && !meant.includes(s.name)).map((s) => ({ file, sheet: s.name })),
  };
}

async function sheetsIn(sources: Sources, at: string, file: string, signal: CancelSignal | undefined): Promise<Sheet[]> {
  const looks = await sources.looksLike(at);
  if (looks === 'xlsx') return sources.sheets(at);
  if (looks === 'zip' || formatOf(file, looks) !== 'json') return [];
  const prepared = await sources.prepareText(at, await sources.sniffEncoding(at), { signal, keep: true });
  try {
    const { lists } = await sources.listsOfJson(prepared.path, signal);
    return lists.map((list) => ({ name: listName(list), hidden: false }));
  } finally {
    await prepared.release();
  }
}
