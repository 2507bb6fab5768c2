import type { Audience } from '../../model/audience';
import type { PopulationChoice } from '../../model/population';
import type { SaveChange } from '../../model/report';
import { keepSaves } from '../audience/keep-saves';
import { measureSaves } from '../audience/measure-saves';
import { planSaves, type Save } from '../audience/plan-saves';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { chosenMembers } from './choose';
import type { AtMoment } from './members';

export interface SavePopulationRequest extends AtMoment, Pick<Save, 'audience' | 'name' | 'mode' | 'columns'> {
  population: PopulationChoice;
  /** Only tells what would change. */
  dryRun?: boolean | undefined;
}

export interface SavedPopulation {
  change: SaveChange;
  /** The audience afterwards; absent after a dry run. */
  audience?: Audience;
}

/** Keeps the rows of any population as a snapshot. Saving the same again changes nothing. @throws AppError `audience-*`, `not-found` */
export function savePopulation(ctx: Context, request: SavePopulationRequest): Promise<SavedPopulation> {
  const { population: choice, audience, name, mode, columns, asOf, signal } = request;
  return withConnection(ctx, async (connection) => {
    const population = await chosenMembers(ctx, connection, choice, request);
    const of = choice.kind === 'audience' && (mode === 'create' || mode === 'overwrite') ? choice.audience : undefined;
    const save: Save = { audience, name, mode, columns, population, rows: population.rows, of };
    const plan = await planSaves(ctx, connection, [save], asOf);
    const [change] = await measureSaves(connection, plan, signal);
    if (!change) throw new Error('a save changes one audience');
    if (request.dryRun) return { change };
    const [saved] = await (await keepSaves(ctx, connection, [save], asOf, signal)).commitUndoable();
    return saved ? { change, audience: saved } : { change };
  });
}
