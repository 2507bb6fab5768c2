import type { ImportPreview } from '../../../../core/model/data-report';
import type { Part } from '../../../state/imports';

/** The part of a file that was read. */
export function partOf({ member, sheet }: Pick<ImportPreview, 'member' | 'sheet'>): Part {
  return { ...(member === undefined ? {} : { member }), ...(sheet === undefined ? {} : { sheet }) };
}

/** Sheets that are not hidden and files of an archive that were not loaded; those of the same workbook come first. */
export function partsLeft(
  { members = [], member, sheets, hidden }: Pick<ImportPreview, 'members' | 'member' | 'sheets' | 'hidden'>,
  loaded: readonly Part[],
): Part[] {
  const ofSame = sheets.filter((sheet) => !hidden.includes(sheet)).map((sheet) => partOf({ member, sheet }));
  const others = members.filter((name) => name !== member).map((name): Part => ({ member: name }));
  return [
    ...ofSame.filter((part) => !loaded.some((l) => l.member === part.member && l.sheet === part.sheet)),
    ...others.filter((part) => !loaded.some((l) => l.member === part.member)),
  ];
}
