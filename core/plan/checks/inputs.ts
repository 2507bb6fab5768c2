import { type Place, type Problem, warning } from '../../base/problems';
import { findEntity } from '../../segment/population';
import { type Checked, guardrailsOf } from './checked';

/** Entities the flow reads that hold nothing or were loaded long ago, and snapshots that are older than their data. */
export function inputs(checked: Checked): Problem[] {
  const seen = new Set<string>();
  return checked.plan.steps.flatMap((step) =>
    step.sources.flatMap(({ schema, name }) => {
      const table = `${schema}.${name}`;
      if (seen.has(table)) return [];
      seen.add(table);
      if (schema === 'main') return oldEntity(checked, name, step.place);
      return schema === 'audience' ? oldSnapshot(checked, name, step.place) : [];
    }),
  );
}

function oldEntity({ model, workspace, asOf }: Checked, name: string, place: Place): Problem[] {
  const entity = findEntity(model, name);
  if (!entity) return [];
  if (entity.rows === 0) return [warning('data-empty', place, { entity: name })];
  const most = guardrailsOf(workspace).staleDays;
  const days = entity.loadedAt === undefined ? 0 : daysBetween(entity.loadedAt, asOf);
  return days > most ? [warning('data-stale', place, { entity: name, days, most })] : [];
}

function oldSnapshot({ model, audiences }: Checked, table: string, place: Place): Problem[] {
  const audience = audiences.find((a) => a.definition.kind === 'snapshot' && a.definition.table === table);
  const entity = audience && findEntity(model, audience.dimension);
  if (audience?.definition.kind !== 'snapshot' || !entity) return [];
  const { takenAt, dataVersions } = audience.definition;
  const seen = dataVersions[entity.name];
  if (seen === undefined || seen >= entity.dataVersion) return [];
  return [warning('audience-stale', place, { audience: audience.name, takenAt: takenAt.slice(0, 10), entity: entity.name })];
}

/** Whole days from one instant to a later one. */
function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
