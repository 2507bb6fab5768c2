import type { ActivityOf } from '../model/activity';
import { allColumns, complementOf, type Population, sameKey } from '../segment/population';
import { assess } from '../send/assess';
import type { Assessment } from '../send/request';
import { column, type Expression, isNull } from '../sql/expression';
import type { Select, Table } from '../sql/query';

import { type Lowered, type Lowering, pass, type Shape, shapeOf } from './lowering';

const because: Shape['columns'] = [
  { name: 'exclusion_reason', type: 'text' },
  { name: 'exclusion_detail', type: 'text' },
];

/** Assesses every row of the input; the output is the people the message goes to, the complement everyone else with the reason. */
export function lowerChannel(activity: ActivityOf<'email'> | ActivityOf<'direct-mail'>, lowering: Lowering): Lowered | undefined {
  const [input] = lowering.inputs;
  if (!input) return undefined;
  const assessment = assess(requestFor(activity, lowering, input), [...lowering.place, 'message']);
  if (!assessment) return undefined;
  const { table } = lowering.step('assessed', assessment.query, {
    dimension: input.dimension,
    key: assessment.key,
    columns: assessment.columns.filter((c) => !assessment.key.some((k) => k.name === c.name)),
  });
  lowering.assessed(assessment, table);
  const out = lowering.step('out', goingOut(input, assessment, table), shapeOf(input));
  if (!activity.complement) return { out };
  const shape = { ...shapeOf(input), columns: [...input.columns, ...because] };
  return { out, complement: lowering.step('complement', excluded(input, out, assessment, table), shape) };
}

function requestFor(
  activity: ActivityOf<'email'> | ActivityOf<'direct-mail'>,
  lowering: Lowering,
  population: Population,
): Parameters<typeof assess>[0] {
  const { campaign, workspace } = lowering;
  const request = {
    compilation: lowering.compilation,
    population,
    activity: activity.id,
    campaign: { id: campaign.id, name: campaign.name },
    profile: workspace.profile,
    campaignControl: campaign.control,
    workspaceControl: workspace.control,
    salt: campaign.seed,
  };
  return activity.type === 'email'
    ? { ...request, channel: 'email', message: activity.message }
    : { ...request, channel: 'postal', message: activity.message };
}

function goingOut(input: Population, assessment: Assessment, table: Table): Select {
  const several = assessment.names.secondaryKey.length > 0;
  return {
    kind: 'select',
    ...(several ? { distinct: true } : {}),
    columns: pass(input, 'assessed'),
    from: { relation: table, alias: 'assessed' },
    where: isNull(column('assessed', assessment.names.reason)),
  };
}

/** Rows that no message goes to. Where a row was assessed several times, the first reason in the alphabet stands for all. */
function excluded(input: Population, out: Population, assessment: Assessment, table: Table): Select {
  const least = (name: string): Expression => ({ kind: 'aggregate', function: 'min', args: [column('assessed', name)] });
  const reasons: Select = {
    kind: 'select',
    columns: [
      ...input.key.map((k) => ({ name: k.name, is: column('assessed', k.name) })),
      { name: 'exclusion_reason', is: least(assessment.names.reason) },
      { name: 'exclusion_detail', is: least(assessment.names.detail) },
    ],
    from: { relation: table, alias: 'assessed' },
    groupBy: input.key.map((k) => column('assessed', k.name)),
  };
  const rest = complementOf(input, out);
  return {
    ...rest,
    columns: [
      ...allColumns(input).map((c) => ({ name: c.name, is: column('input', c.name) })),
      ...because.map((c) => ({ name: c.name, is: column('because', c.name) })),
    ],
    joins: [{ type: 'left', source: { relation: reasons, alias: 'because' }, on: sameKey('because', 'input', input.key) }],
  };
}
