import type { Activity, Condition } from '../../../../core/model/activity';
import type { Literal, VariableReference } from '../../../../core/model/value';
import { daysAround } from '../data';
import { isOfFile, type Made, type Maker, type Making, over } from '../making';

export const test: Maker = (m) => {
  const { c, id, made } = m;
  const input = c.one(made);
  const branches = c.list(1, 2, (i) => ({ id: `b${i + 1}`, all: c.list(1, 2, () => condition(m, input)) }));
  return {
    activity: { id, type: 'test', branches, ...c.perhaps(60, () => ({ default: true })), ...c.perhaps(50, () => ({ complement: true })) },
    inputs: [input],
  };
};

function condition({ c, s, made }: Making, input: Made): Condition {
  const { text, number, date, boolean } = s.variables;
  const asked = c.one<Literal | VariableReference>([0, 1, 2, 3, ...s.counts.map((variable) => ({ variable }))]);
  const op = c.one(['equals', 'not-equals', 'less', 'at-most', 'greater', 'at-least'] as const);
  const counted = c.one([...made.filter((m) => m.runs), input]);
  const variable = (name: string, right: Literal | VariableReference): Condition => ({
    left: { kind: 'variable', variable: name },
    op: boolean === name ? c.one(['equals', 'not-equals'] as const) : op,
    right: c.chance(10) ? { variable: name } : right,
  });
  const conditions: Condition[] = [
    { left: { kind: 'count' }, op, right: asked },
    { left: counted.runs ? { kind: 'count', activity: counted.from, output: counted.output } : { kind: 'count' }, op, right: asked },
    ...(text ? [variable(text, c.one(['A', 'e', '']))] : []),
    ...(number ? [variable(number, asked)] : []),
    ...(date ? [variable(date, c.one(daysAround(s.today)))] : []),
    ...(boolean ? [variable(boolean, c.chance(50))] : []),
  ];
  return c.one(conditions);
}

export const passes = over((m, input) =>
  m.c.of<Activity>(
    () => ({ id: m.id, type: 'fork', branches: [{ id: 'left' }, { id: 'right' }] }),
    () => ({ id: m.id, type: 'wait', until: { kind: 'duration', amount: 1, unit: 'day' } }),
    () => ({ id: m.id, type: 'wait', until: { kind: 'instant', at: '2027-01-01T00:00:00Z' } }),
    () => ({ id: m.id, type: 'alert', title: 'Here', message: '' }),
    () => ({ id: m.id, type: 'end' }),
    () => ({ id: m.id, type: 'end', signal: { campaign: 'next', parameters: { greeting: 'é', many: 3 } } }),
    () => (isOfFile(input) ? { id: m.id, type: 'end' } : { id: m.id, type: 'save-audience', audience: 'saved', mode: 'create' }),
  ),
);

export const join: Maker = ({ c, id, made }) => {
  const inputs = c.list(2, 3, () => c.one(made));
  return { activity: { id, type: 'and-join', ...c.perhaps(50, () => ({ primary: c.int(0, inputs.length - 1) })) }, inputs };
};
