import { type Problem, warning } from '../../base/problems';
import { type Activity, type ActivityOf, isMessage, type MessageActivity } from '../../model/activity';
import type { DataModel } from '../../model/entity';
import { findEntity, findHop } from '../../segment/population';
import { outputOf } from '../plan';
import { type Checked, guardrailsOf, nameOf } from './checked';

/** Limits of the original, as advice. */
export function guardrails(checked: Checked): Problem[] {
  const { campaign, model, audiences, workspace } = checked;
  const limits = guardrailsOf(workspace);
  const { activities } = campaign.flow;
  const channels = activities.filter(isMessage);
  const most = activities.length > limits.activities;
  return [
    ...over('guardrail-activities', activities.length, most ? limits.activities : limits.advisedActivities, ['flow']),
    ...over('guardrail-channels', channels.length, limits.channels, ['flow']),
    ...over('guardrail-entities', model.entities.length, limits.entities, ['entities']),
    ...over('guardrail-audiences', audiences.length, limits.audiences, ['audiences']),
    ...model.entities.flatMap((e) =>
      over('guardrail-attributes', e.attributes.length, limits.attributes, ['entities', e.name], { entity: e.name }),
    ),
    ...activities.filter((a) => !a.disabled).flatMap((a) => ofActivity(checked, a)),
  ];
}

type Guardrail = 'activities' | 'channels' | 'entities' | 'audiences' | 'attributes' | 'mail-columns';

function over(
  code: `guardrail-${Guardrail}`,
  found: number,
  advised: number,
  place: Problem['place'],
  details: Problem['details'] = {},
): Problem[] {
  return found > advised ? [warning(code, place, { ...details, found, advised })] : [];
}

function ofActivity(checked: Checked, activity: Activity): Problem[] {
  switch (activity.type) {
    case 'email':
      return compositeSecondary(checked, activity);
    case 'direct-mail': {
      const place = ['activities', activity.id, 'message', 'layout', 'columns'];
      const { mailColumns } = guardrailsOf(checked.workspace);
      return [
        ...compositeSecondary(checked, activity),
        ...over('guardrail-mail-columns', activity.message.layout.columns.length, mailColumns, place, { activity: nameOf(activity) }),
      ];
    }
    case 'save-audience':
      return listColumns(checked, activity);
    default:
      return [];
  }
}

/** The original cannot send one message per row of an entity with a key of several attributes. */
function compositeSecondary({ plan, model }: Checked, activity: MessageActivity): Problem[] {
  const population = outputOf(plan, activity.id, 'out');
  const { secondary = [] } = activity.message;
  const target = population && secondary.length > 0 ? endOf(model, population.dimension, secondary) : undefined;
  if (!target || target.key.length < 2) return [];
  const details = { entity: target.name, key: target.key.join(', ') };
  return [warning('guardrail-composite-key', ['activities', activity.id, 'message', 'secondary'], details)];
}

function endOf(model: DataModel, dimension: string, path: readonly string[]) {
  return path.reduce((entity, name) => entity && findHop(model, entity.name, name)?.target, findEntity(model, dimension));
}

/** Audiences of the original hold single values only. */
function listColumns({ plan }: Checked, activity: ActivityOf<'save-audience'>): Problem[] {
  const lists = outputOf(plan, activity.id, 'out')?.columns.filter((c) => c.type === 'list' && activity.columns?.includes(c.name)) ?? [];
  return lists.map((c) => warning('guardrail-list-column', ['activities', activity.id, 'columns'], { column: c.name }));
}
