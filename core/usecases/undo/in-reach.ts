import type { Step } from '../../history/history';
import type { DocumentKind, DocumentOf } from '../../model/documents';
import type { Context } from '../context';
import { placeJournal, readPlace } from './place-journal';
import { changedKeys, ofKey, placeOfKind, type Shelf } from './shelf';

/** Documents of a kind as undo or redo can bring them back. What reads them allows for shapes of older versions. */
export function documentsInReach<K extends DocumentKind>(ctx: Context, kind: K): Promise<DocumentOf<K>[]> {
  const place = placeOfKind[kind];
  return placeJournal(ctx, place).run(async () => {
    const { history } = await readPlace(ctx, place);
    const found: DocumentOf<K>[] = [];
    const along = (steps: Step<Shelf> | undefined) => {
      let side = history.present;
      for (let step = steps; step; step = step.next) {
        for (const key of changedKeys(side, step.document))
          for (const document of [side[key], step.document[key]])
            if (ofKey(key).kind === kind && document !== undefined) found.push(document as DocumentOf<K>);
        side = step.document;
      }
    };
    along(history.past);
    along(history.future);
    return found;
  });
}
