import { sameName } from '../base/same-name';
import type { MessageActivity } from '../model/activity';
import { complementOf, type Population, sameKey } from '../segment/population';
import { assess } from '../send/assess';
import type { Assessment } from '../send/request';
import { column, isNull } from '../sql/expression';
import type { Expression, Select } from '../sql/query';
import { type Lowered, type Lowering, pass, type Shape, select, shapeOf } from './lowering';

const because: Shape['columns'] = [
  { name: 'exclusion_reason', type: 'text' },
  { name: 'exclusion_detail', type: 'text' },
];

/** Assesses every row of the input; the output is the people the message goes to, the complement everyone else with the reason. */
export function lowerChannel(activity: MessageActivity, lowering: Lowering): Lowered | undefined {
  const [input] = lowering.inputs;
  if (!input) return undefined;
  const assessment = assess(requestFor(activity, lowering, input), [...lowering.place, 'message']);
  if (!assessment) return undefined;
  const assessed = lowering.step('assessed', assessment.query, {
    dimension: input.dimension,
    key: assessment.key,
    columns: assessment.columns.filter((c) => !assessment.key.some((k) => k.name === c.name)),
  });
  lowering.assessed(assessment, assessed.table);
  const several = assessment.names.secondaryKey.length > 0;
  const goes = isNull(column('input', assessment.names.reason));
  const out = several
    ? lowering.step('out', onePerKey(input, assessed, goes), shapeOf(input))
    : select(lowering, 'out', assessed, goes, shapeOf(input));
  if (!activity.complement) return { out };
  // The reasons of a channel before give way to those of this one.
  const kept = { ...input, columns: input.columns.filter((c) => !because.some((b) => sameName(b.name, c.name))) };
  const shape = { ...shapeOf(kept), columns: [...kept.columns, ...because] };
  const query = several ? excludedEverywhere(kept, out, assessment, assessed) : excluded(kept, assessment, assessed);
  return { out, complement: lowering.step('complement', query, shape) };
}

function requestFor(activity: MessageActivity, lowering: Lowering, population: Population): Parameters<typeof assess>[0] {
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

function onePerKey(input: Population, assessed: Population, where: Expression): Select {
  return { kind: 'select', distinct: true, columns: pass(input, 'input'), from: { relation: assessed.table, alias: 'input' }, where };
}

/** Rows that no message goes to, with the reason. */
function excluded(input: Population, { names }: Assessment, assessed: Population): Select {
  return {
    kind: 'select',
    columns: [
      ...pass(input, 'input'),
      { name: 'exclusion_reason', is: column('input', names.reason) },
      { name: 'exclusion_detail', is: column('input', names.detail) },
    ],
    from: { relation: assessed.table, alias: 'input' },
    where: { kind: 'not', inner: isNull(column('input', names.reason)) },
  };
}

/** Where a row was assessed several times, the first reason in the alphabet stands for all. */
function excludedEverywhere(input: Population, out: Population, assessment: Assessment, assessed: Population): Select {
  const least = (name: string): Expression => ({ kind: 'aggregate', function: 'min', args: [column('assessed', name)] });
  const reasons: Select = {
    kind: 'select',
    columns: [
      ...input.key.map((k) => ({ name: k.name, is: column('assessed', k.name) })),
      { name: 'exclusion_reason', is: least(assessment.names.reason) },
      { name: 'exclusion_detail', is: least(assessment.names.detail) },
    ],
    from: { relation: assessed.table, alias: 'assessed' },
    groupBy: input.key.map((k) => column('assessed', k.name)),
  };
  const rest = complementOf(input, out);
  return {
    ...rest,
    columns: [...pass(input, 'input'), ...because.map((c) => ({ name: c.name, is: column('because', c.name) }))],
    joins: [{ type: 'left', source: { relation: reasons, alias: 'because' }, on: sameKey('because', 'input', input.key) }],
  };
}
