import { AppError } from '../../base/errors';
import { unreachable } from '../../base/never';
import type { PopulationChoice, Region } from '../../model/population';
import type { Connection } from '../../ports/engine';
import { entityTable, keyColumns } from '../../segment/population';
import { computeOutput } from '../campaign/compute-output';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { audienceMembers } from './audience-members';
import { changed, partMasks } from './changed';
import { type AtMoment, type Members, membersIn } from './members';
import { regionMembers } from './overlay';
import { overlayAudiences } from './overlay-audiences';

/** The rows a choice stands for, computed if they are not kept. @throws AppError `not-found` and what computing them ends with */
export async function chosenMembers(ctx: Context, connection: Connection, choice: PopulationChoice, at: AtMoment): Promise<Members> {
  switch (choice.kind) {
    case 'entity': {
      const entity = findDocument(ctx, 'entity', choice.entity);
      return { dimension: entity.name, key: keyColumns(entity), columns: [], table: entityTable(entity.name), rows: entity.rows };
    }
    case 'audience':
      return audienceMembers(ctx, connection, choice.audience, at);
    case 'output': {
      const { kind: _, ...output } = choice;
      const { population, rows } = await computeOutput(ctx, connection, { ...output, ...at });
      return membersIn(population, rows);
    }
    case 'region':
      return regionMembers(ctx, connection, await overlayAudiences(ctx, connection, choice.audiences, at), regionMask(choice), at.signal);
    case 'change':
      return regionMembers(ctx, connection, (await changed(ctx, connection, choice, at)).overlay, partMasks[choice.part], at.signal);
    default:
      return unreachable(choice);
  }
}

function regionMask({ audiences, inside }: Region): number {
  const stranger = inside.find((id) => !audiences.includes(id));
  if (stranger !== undefined) throw new AppError('not-found', { kind: 'audience', name: stranger, known: audiences.join(', ') });
  return audiences.reduce((mask, id, i) => (inside.includes(id) ? mask + 2 ** i : mask), 0);
}
