import { partMembers } from '../../../../core/model/archive';
import type { ImportPreview } from '../../../../core/model/data-report';
import type { Part } from '../../../state/imports';

/** The part of a file that was read. */
export function partOf({ member, sheet }: Pick<ImportPreview, 'member' | 'sheet'>): Part {
  return { ...(member === undefined ? {} : { member }), ...(sheet === undefined ? {} : { sheet }) };
}

/** Sheets that are not hidden and files of an archive that may be tables, where they were not loaded; those of the same workbook come first. @param known parts of other files of it that are left */
export function partsLeft(
  { members = [], member, sheets, hidden }: Pick<ImportPreview, 'members' | 'member' | 'sheets' | 'hidden'>,
  loaded: readonly Part[],
  known: readonly Part[] = [],
): Part[] {
  const isIn = (parts: readonly Part[], { member, sheet }: Part) => parts.some((p) => p.member === member && p.sheet === sheet);
  const ofSame = sheets.filter((sheet) => !hidden.includes(sheet)).map((sheet) => partOf({ member, sheet }));
  const ofOthers = known.filter((part) => part.member !== member && !isIn(loaded, part));
  const met = [...loaded, ...ofOthers];
  const unmet = partMembers(members).tables.filter((name) => name !== member && !met.some((part) => part.member === name));
  return [...ofSame.filter((part) => !isIn(loaded, part)), ...ofOthers, ...unmet.map((name): Part => ({ member: name }))];
}
