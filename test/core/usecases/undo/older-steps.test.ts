import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeEntity } from '../../../../core/usecases/data/remove-entity';
import { reconcileLoads } from '../../../../core/usecases/import/loads';
import { journalPath } from '../../../../core/usecases/undo/journal-file';
import { walkStep } from '../../../../core/usecases/undo/walk';
import { load, rows, withImport } from '../../../support/import';

const asOnce = (text: string) =>
  text.replaceAll('"format":2', '"format":1').replaceAll('"kind":"file",', '').replaceAll(',"kind":"file"', '');

it('a step that is older than the format of its documents is walked, and leaves them in that of now', () =>
  withImport(async (bench) => {
    const { recipe } = await load(bench, 'people.csv', 'id,name\n1,Ana\n', { id: 'people' }, { undoable: true });
    await removeEntity(bench.ctx, 'people');
    const journal = join(bench.folder, journalPath('place-data'));
    const text = await readFile(journal, 'utf8');
    expect(asOnce(text)).not.toBe(text);
    await writeFile(journal, asOnce(text));
    const anew = { ...bench.ctx };
    await walkStep(anew, 'data', 'undo');
    expect(anew.store.read('recipe', 'people')).toEqual(recipe);
    expect(await rows(bench, 'SELECT name FROM people')).toEqual([['Ana']]);
    await walkStep(anew, 'data', 'undo');
    expect(anew.store.list('recipe')).toEqual([]);
    await walkStep(anew, 'data', 'redo');
    expect(anew.store.read('recipe', 'people')).toEqual(recipe);
  }));

it('a load that was written beside the data by an earlier version is brought to the documents', () =>
  withImport(async (bench) => {
    const { recipe } = await load(bench, 'people.csv', 'id,name\n1,Ana\n', { id: 'people' });
    const connection = await bench.ctx.connection();
    const [[kept]] = (await rows(bench, "SELECT recipe FROM muster.loads WHERE entity = 'people'")) as [[string]];
    await connection.run('UPDATE muster.loads SET recipe = ?', { parameters: [asOnce(kept)] });
    await connection.close();
    await bench.ctx.store.commit([
      { kind: 'entity', id: 'people', document: null },
      { kind: 'recipe', id: 'people', document: null },
    ]);
    expect(await reconcileLoads(bench.ctx)).toEqual([]);
    expect(bench.ctx.store.read('recipe', 'people')).toEqual(recipe);
  }));
