import { textLiteral } from '../../../core/sql/quote';
import { runImport } from '../../../core/usecases/import/run-import';
import { race } from '../measure';
import { against, type Row } from '../row';

/** A load with staging, casting, rejects and key check, against the engine's own reading of the file as text. */
export const importing: Row = async (world) => {
  const figures = [];
  for (const entity of ['customers', 'orders']) {
    const recipe = world.recipes.get(entity);
    if (!recipe) throw new Error(`no recipe of ${entity}`);
    const { ctx } = world;
    const measured = await race(
      {
        prepare: () => ctx.engine.checkpoint(),
        run: () => runImport(ctx, ctx.sources, recipe),
      },
      {
        prepare: async () => {
          await world.sql((c) => c.run('DROP TABLE IF EXISTS raw'));
          await ctx.engine.checkpoint();
        },
        run: () => world.sql((c) => c.run(`CREATE TABLE raw AS FROM read_csv(${textLiteral(recipe.source.path)}, all_varchar = true)`)),
      },
    );
    figures.push(against(`import ${entity}`, 2, measured));
  }
  await world.sql((c) => c.run('DROP TABLE raw'));
  return figures;
};
