import { AppError } from '../../base/errors';
import { type Problem, warning } from '../../base/problems';
import type { JsonLists, Making, Prepared, Sources } from '../../ports/sources';
import { guarded } from './guarded';
import { listName } from './text/json-lists';

export interface JsonText {
  prepared: Prepared;
  /** Names of the lists of objects in it, and of the one that was taken. */
  sheets: string[];
  sheet?: string;
  problems: Problem[];
}

interface Asked {
  /** As a person calls it. */
  file: string;
  sheet?: string | undefined;
  making: Making;
  /** Gives the text. */
  prepare(making: Making): Promise<Prepared>;
  /** Of all of the text, where its start does not say what lists there are. */
  whole: Making;
}

/**
 * Programs often put their records into a list within one object: that list is read, the first where none is named. Other JSON is
 * read as it is. @throws AppError `import-list-missing`, `cancelled`
 */
export async function prepareJson(sources: Sources, { file, sheet, making, whole, prepare }: Asked): Promise<JsonText> {
  const prepared = await prepare(making);
  return guarded(prepared, async () => {
    const found = await sources.listsOfJson(prepared.path, making.signal);
    if (prepared.cut && found.unfinished) {
      await prepared.release();
      return prepareJson(sources, { file, sheet, making: whole, whole, prepare });
    }
    const sheets = found.lists.map(listName);
    const list = sheet === undefined ? found.lists[0] : found.lists.find((l) => listName(l) === sheet);
    if (!list) {
      // What is wrong with text that ends too early is for the engine to say.
      if (sheet === undefined || found.unfinished) return { prepared, sheets, problems: [] };
      throw new AppError('import-list-missing', { file, list: sheet });
    }
    const taken = await sources.takeList(prepared.path, list, making);
    const release = async () => {
      await taken.release();
      await prepared.release();
    };
    const name = listName(list);
    return { prepared: { ...taken, release }, sheets, sheet: name, problems: besideList(file, name, found) };
  });
}

/** Names of fields that are told. */
const toldFields = 5;

function besideList(file: string, list: string, { beside }: JsonLists): Problem[] {
  const [fields, more] = [beside.slice(0, toldFields).join(', '), beside.length - toldFields];
  if (beside.length === 0) return [];
  return [warning('import-beside-list', ['columns'], { file, list, fields: more > 0 ? `${fields}, … (+${more})` : fields })];
}
