import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isControl, orderFlow } from '../../../core/flow/graph';
import { outcomeOf } from '../../../core/flow/outcome';
import { leavesAt } from '../../../core/flow/send-at';
import { type Campaign, campaign } from '../../../core/model/campaign';
import { cases } from '../../support/random/arbitrary';
import { type Case, evaluated } from '../../support/random/case';
import { randomFlow } from '../../support/random/generate';
import { seed as salt } from '../../support/random/seed';
import { build, campaignOf } from '../../support/steered';

const long = process.env.MUSTER_LONG === '1';
const seed = Number(process.env.MUSTER_SEED ?? Date.now() % 2 ** 31);

const asOf = '2026-03-27T09:00:00Z';
const wait = (id: string, amount: number, unit: string) => ({ id, type: 'wait', until: { kind: 'duration', amount, unit } });
const until = (id: string, at: string) => ({ id, type: 'wait', until: { kind: 'instant', at } });
const counted = (activity?: string) => ({ kind: 'count', ...(activity === undefined ? {} : { activity }) });
const test = (id: string, left: object, right: unknown) => ({
  id,
  type: 'test',
  branches: [{ id: 'yes', all: [{ left, op: 'greater', right }] }],
  default: true,
});

function outcome(document: Campaign, counts: Record<string, number> = {}, given = {}) {
  return outcomeOf(document, (activity, output) => counts[`${activity}:${output}`], given);
}

function leaving(document: Campaign, id: string, counts: Record<string, number> = {}) {
  const { reached } = outcome(document, counts);
  return leavesAt({ flow: document.flow, variables: document.variables ?? [], reached, asOf, zone: 'Europe/Paris' }, id);
}

describe('what a run comes to', () => {
  it('is what the contract says, on random flows', { timeout: 600_000 }, () => {
    const agrees = (of: Case) => {
      const handed = evaluated(of);
      if (!handed) return;
      const document = campaign.parse({ format: 1, id: 'random', name: 'Random', seed: salt, flow: of.flow, variables: of.variables });
      const rows = (activity: string, output: string) => handed.get(`${activity}:${output}`)?.people.rows.length;
      const { reached } = outcomeOf(document, rows, {});
      for (const t of of.flow.transitions)
        expect([t.from, t.output, reached.along(t)]).toEqual([
          t.from,
          t.output,
          handed.get(`${t.from}:${t.output}`)?.along ?? isControl(of.flow, t),
        ]);
    };
    fc.assert(fc.property(cases(randomFlow), agrees), { seed, numRuns: long ? 5000 : 300 });
  });

  it('stops at empty subsets and activities that ask for it, and goes on from others', () => {
    const flow = (stop: boolean) =>
      campaignOf(
        'c',
        [
          build('a'),
          { id: 's', type: 'split', subsets: [{ id: 'one', stopWhenEmpty: stop }, { id: 'two' }] },
          wait('w1', 1, 'day'),
          wait('w2', 1, 'day'),
          { id: 'j', type: 'and-join' },
          { id: 'u', type: 'combine', operation: 'union' },
        ],
        ['a s', 's:one w1', 's:two w2', 'w1 j', 'w2 j:1', 'w1 u', 'w2 u:1'],
      );
    const counts = { 'a:out': 3, 's:one': 0, 's:two': 0, 'w1:out': 0, 'w2:out': 0 };
    expect(outcome(flow(true), counts).skipped).toEqual(['w1', 'j']);
    expect(outcome(flow(false), counts).skipped).toEqual([]);
    expect(outcome(flow(true), { ...counts, 's:one': 3 }).skipped).toEqual([]);
  });

  it('takes what could not be counted for filled', () => {
    const stops = campaignOf('c', [build('a', undefined, { stopWhenEmpty: true }), wait('w', 1, 'day')], ['a w']);
    expect(outcome(stops).skipped).toEqual([]);
    expect(outcome(stops, { 'a:out': 0 }).skipped).toEqual(['w']);
  });

  it('leaves out what is disabled and everything behind it', () => {
    const flow = campaignOf('c', [build('a'), { ...wait('w', 1, 'day'), disabled: true }, wait('v', 1, 'day')], ['a w', 'w v']);
    expect(outcome(flow).skipped).toEqual(['w', 'v']);
  });

  it('is decided by the values given, in place of those written', () => {
    const flow = campaignOf('c', [build('a'), test('t', { kind: 'variable', variable: 'n' }, 5), wait('w', 1, 'day')], ['a t', 't:yes w'], {
      variables: [{ name: 'n', type: 'number', value: 3 }],
    });
    expect(outcome(flow).skipped).toEqual(['w']);
    expect(outcome(flow, {}, { n: '6.5' }).skipped).toEqual([]);
  });

  it('compares values of one type alone, and counts of any output', () => {
    const number = { kind: 'variable', variable: 'n' };
    const flow = (left: object, right: unknown) =>
      campaignOf('c', [build('a', undefined, { complement: true }), test('t', left, right), wait('w', 1, 'day')], ['a t', 't:yes w'], {
        variables: [
          { name: 'n', type: 'number', value: 7 },
          { name: 'five', type: 'text', value: '5' },
          { name: 'least', type: 'number', value: 5 },
        ],
      });
    expect(outcome(flow(number, { variable: 'least' })).skipped).toEqual([]);
    expect(outcome(flow(number, { variable: 'five' })).skipped).toEqual(['w']);
    const rest = { kind: 'count', activity: 'a', output: 'complement' };
    expect(outcome(flow(rest, 5), { 'a:out': 1, 'a:complement': 9 }).skipped).toEqual([]);
    expect(outcome(flow(rest, 5), { 'a:out': 9, 'a:complement': 1 }).skipped).toEqual(['w']);
  });

  it('hands a signal the values of variables, counts too', () => {
    const parameters = { plain: [1, 2], rows: { variable: 'rows' }, given: { variable: 'n' }, none: { variable: 'empty' } };
    const flow = campaignOf('c', [build('a'), { id: 'e', type: 'end', signal: { campaign: 'd', parameters } }], ['a e'], {
      variables: [
        { name: 'rows', type: 'number', value: 1, count: { activity: 'a', output: 'out' } },
        { name: 'n', type: 'number' },
        { name: 'empty', type: 'text' },
      ],
    });
    expect(outcome(flow, { 'a:out': 7 }, { n: 4 }).signals).toEqual([
      { activity: 'e', campaign: 'd', variables: { plain: [1, 2], rows: 7, given: 4 } },
    ]);
  });
});

describe('when a population leaves', () => {
  it('is as-of and every wait on the way; days are days of the calendar', () => {
    const flow = campaignOf('c', [build('a'), wait('d', 2, 'day'), wait('h', 30, 'minute'), wait('w', 1, 'week')], ['a d', 'd h', 'h w']);
    expect(leaving(flow, 'a')).toBe('2026-03-27T09:00:00Z');
    // The clocks of Paris went forward between the two.
    expect(leaving(flow, 'd')).toBe('2026-03-29T08:00:00Z');
    expect(leaving(flow, 'w')).toBe('2026-04-05T08:30:00Z');
  });

  it('is not before the moment waited for, nor earlier because of it', () => {
    const flow = campaignOf(
      'c',
      [build('a'), until('past', '2026-01-01T00:00:00Z'), until('next', '2026-04-01T00:00:00Z')],
      ['a past', 'past next'],
    );
    expect(leaving(flow, 'past')).toBe('2026-03-27T09:00:00Z');
    expect(leaving(flow, 'next')).toBe('2026-04-01T00:00:00Z');
  });

  it('is the last of those that come together, of the branches the run takes', () => {
    const flow = campaignOf(
      'c',
      [
        build('a'),
        test('t', counted(), 5),
        wait('slow', 9, 'hour'),
        wait('quick', 1, 'hour'),
        wait('other', 2, 'hour'),
        { id: 'u', type: 'combine', operation: 'union' },
      ],
      ['a t', 't:yes slow', 't:default quick', 'a other', 'slow u', 'quick u:1', 'other u:2'],
    );
    expect(leaving(flow, 'u', { 'a:out': 9 })).toBe('2026-03-27T18:00:00Z');
    expect(leaving(flow, 'u', { 'a:out': 1 })).toBe('2026-03-27T11:00:00Z');
  });

  it('is not before what a test asks the count of', () => {
    const flow = campaignOf('c', [build('a'), wait('w', 1, 'hour'), build('b'), test('t', counted('w'), 5)], ['a w', 'b t']);
    expect(leaving(flow, 't', { 'w:out': 9 })).toBe('2026-03-27T10:00:00Z');
  });
});

describe('the order of a flow', () => {
  const order = ({ flow, variables }: Campaign) => orderFlow(flow, variables).order.map((a) => a.id);
  const codes = ({ flow, variables }: Campaign) => orderFlow(flow, variables).problems.map((p) => p.code);
  const rows = { name: 'rows', type: 'number', count: { activity: 'b', output: 'out' } };

  it('puts first what is counted: by a test, in a rule, in SQL', () => {
    const uses = [
      test('x', counted('b'), 5),
      test('x', { kind: 'variable', variable: 'rows' }, 5),
      build('x', { kind: 'attribute', attribute: 'id', test: { op: 'less', value: { variable: 'rows' } } }),
      { id: 'x', type: 'sql', dimension: 'customers', sql: 'SELECT id FROM customers WHERE id < $rows' },
    ];
    for (const x of uses)
      expect(order(campaignOf('c', [build('a'), x, build('b')], ['a x'], { variables: [rows] }))).toEqual(['a', 'b', 'x']);
  });

  it('has no place for what counts what follows it', () => {
    expect(codes(campaignOf('c', [build('a'), test('t', counted('b'), 5), build('b')], ['a t', 't:yes b']))).toEqual(['flow-cycle']);
    const self = build('b', { kind: 'attribute', attribute: 'id', test: { op: 'less', value: { variable: 'rows' } } });
    expect(codes(campaignOf('c', [self], [], { variables: [rows] }))).toEqual(['flow-cycle']);
  });
});
