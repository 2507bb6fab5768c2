import { AppError } from '../../base/errors';
import type { Dialect } from '../../model/recipe';
import type { Making, Prepared, Sources } from '../../ports/sources';
import { readCsv, readRewritten } from './read-csv';
import { rowsLooked } from './rows-looked';
import { takenOf } from './taken';
import { afterLines, detectDialect, firstEnd, type GivenDialect, readNames } from './text/detect-dialect';
import { needsRewriting } from './text/rewrite';

export interface TextOptions {
  /** The file as its user knows it. */
  shown: string;
  /** The one of a workbook that it was made of. */
  sheet?: string | undefined;
  making: Making;
  /** Only so many records are wanted as a preview shows. */
  look: boolean;
  only: readonly string[] | undefined;
}

/**
 * Text of any dialect, as the engine can read it: the file itself where it can, else a copy with the same records.
 * @throws AppError `import-file-empty`, `import-sheet-empty`
 */
export async function openText(
  sources: Sources,
  prepared: Prepared,
  given: GivenDialect,
  { shown, sheet, making, look, only }: TextOptions,
) {
  const cut = prepared.cut ?? false;
  const start = await sources.sampleText(prepared.path);
  const sample = { text: start.text, whole: start.whole && !cut };
  if (sample.text.trim() === '') throw nothingIn(shown, sheet);
  const {
    dialect,
    names: all,
    problems,
  } = isWhole(given) ? { dialect: given, names: readNames(sample, given), problems: [] } : detectDialect(sample, given);
  if (all.length === 0) throw nothingIn(shown, sheet);
  const take = takenOf(all, only);
  const names = take.map((place) => all[place] ?? '');
  const partly = names.length < all.length;
  const origin = { path: prepared.path, dialect, sheet: sheet !== undefined, columns: all.length };
  const told = { dialect, names, problems, origin, types: names.map(() => 'VARCHAR') };
  const damaged = prepared.damaged ?? false;
  if (!damaged && !cut && !partly && !needsRewriting(dialect)) {
    const lineEnd = firstEnd(afterLines(sample.text, dialect), dialect);
    return {
      ...told,
      from: readCsv(prepared.path, dialect, names.length, lineEnd, { refuse: false }),
      fromRefusing: readCsv(prepared.path, dialect, names.length, lineEnd, { refuse: true }),
      text: { path: prepared.path, dialect, columns: names.length },
      lined: false,
      cut,
      release: prepared.release,
    };
  }
  const most = look ? rowsLooked(names.length) : undefined;
  const request = { dialect, columns: all.length, sheet: origin.sheet, damaged, cut, most, take: partly ? take : undefined };
  const copy = await sources.rewriteText(prepared.path, request, making);
  const from = readRewritten(copy.path, names.length);
  const release = async () => {
    await copy.release();
    await prepared.release();
  };
  return { ...told, from, fromRefusing: from, lined: true, cut: copy.cut ?? false, release };
}

function nothingIn(file: string, sheet: string | undefined): AppError {
  return sheet === undefined ? new AppError('import-file-empty', { file }) : new AppError('import-sheet-empty', { file, sheet });
}

function isWhole(given: GivenDialect): given is Dialect {
  return (['delimiter', 'quote', 'escape', 'header', 'skip'] as const).every((part) => given[part] !== undefined);
}
