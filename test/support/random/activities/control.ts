import type { Activity, Condition } from '../../../../core/model/activity';
import type { Literal, VariableReference } from '../../../../core/model/value';
import { type Maker, over } from '../making';

export const test: Maker = ({ c, s, id, made }) => {
  const input = c.one(made);
  const condition = (): Condition => {
    const number = c.one<Literal | VariableReference>([0, 1, 2, 3, ...s.counts.map((variable) => ({ variable }))]);
    const counted = c.one([...made.filter((m) => m.runs), input]);
    const op = c.one(['equals', 'not-equals', 'less', 'at-most', 'greater', 'at-least'] as const);
    return c.of<Condition>(
      () => ({ left: { kind: 'count' }, op, right: number }),
      () => ({
        left: counted.runs ? { kind: 'count', activity: counted.from, output: counted.output } : { kind: 'count' },
        op,
        right: number,
      }),
      () =>
        s.variables.text
          ? { left: { kind: 'variable', variable: s.variables.text }, op, right: c.one(['A', 'e', '']) }
          : { left: { kind: 'count' }, op, right: number },
      () =>
        s.variables.number
          ? { left: { kind: 'variable', variable: s.variables.number }, op, right: number }
          : { left: { kind: 'count' }, op, right: number },
    );
  };
  const branches = c.list(1, 2, (i) => ({ id: `b${i + 1}`, all: c.list(1, 2, condition) }));
  return {
    activity: { id, type: 'test', branches, ...c.perhaps(60, () => ({ default: true })), ...c.perhaps(50, () => ({ complement: true })) },
    inputs: [input],
  };
};

export const passes = over((m) =>
  m.c.of<Activity>(
    () => ({ id: m.id, type: 'fork', branches: [{ id: 'left' }, { id: 'right' }] }),
    () => ({ id: m.id, type: 'wait', until: { kind: 'duration', amount: 1, unit: 'day' } }),
    () => ({ id: m.id, type: 'alert', title: 'Here', message: '' }),
    () => ({ id: m.id, type: 'end' }),
    () => ({ id: m.id, type: 'save-audience', audience: 'kept', mode: 'create' }),
  ),
);

export const join: Maker = ({ c, id, made }) => {
  const inputs = c.list(2, 3, () => c.one(made));
  return { activity: { id, type: 'and-join', ...c.perhaps(50, () => ({ primary: c.int(0, inputs.length - 1) })) }, inputs };
};
