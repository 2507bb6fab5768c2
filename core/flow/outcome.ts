import type { Activity } from '../model/activity';
import type { Campaign } from '../model/campaign';
import type { RaisedAlert, Signal } from '../model/steering';
import type { Argument } from '../model/value';
import type { Given } from '../model/variable';
import { type Reached, reachedIn } from './reached';
import { type Known, takenBy, type Value } from './taken';

/** What a run does once everything is counted. */
export interface Outcome {
  reached: Reached;
  /** Activities the run does not come to, in the order of the document. */
  skipped: string[];
  alerts: RaisedAlert[];
  signals: Signal[];
}

/**
 * @param rows exact counts; `undefined` where a transition could not be counted
 * @param given values in place of those written in the campaign
 */
export function outcomeOf(campaign: Campaign, rows: Known['rows'], given: Given): Outcome {
  const { flow } = campaign;
  const known: Known = { rows, variable: (name) => valueOf(campaign, rows, given, name) };
  const taken = (id: string): string => {
    const found = flow.activities.find((a) => a.id === id);
    return found?.type === 'test' ? takenBy(flow, found, known) : '';
  };
  const reached = reachedIn(flow, { rows, taken });
  const come = flow.activities.filter((a) => reached.activity(a.id));
  return {
    reached,
    skipped: flow.activities.filter((a) => !reached.activity(a.id)).map((a) => a.id),
    alerts: come.flatMap((a) => (a.type === 'alert' ? [{ activity: a.id, title: a.title, message: a.message }] : [])),
    signals: come.flatMap((a) => signalOf(a, known)),
  };
}

function valueOf({ variables = [] }: Campaign, rows: Known['rows'], given: Given, name: string): Value | undefined {
  const variable = variables.find((v) => v.name === name);
  if (!variable) return undefined;
  const value = variable.count
    ? rows(variable.count.activity, variable.count.output)
    : Object.hasOwn(given, name)
      ? given[name]
      : variable.value;
  return value === undefined ? undefined : { type: variable.type, value };
}

function signalOf(activity: Activity, known: Known): Signal[] {
  if (activity.type !== 'end' || !activity.signal) return [];
  const { campaign, parameters } = activity.signal;
  const values = Object.entries(parameters).flatMap(([name, argument]) => {
    const value = argumentValue(argument, known);
    return value === undefined ? [] : [[name, value] as const];
  });
  return [{ activity: activity.id, campaign, variables: Object.fromEntries(values) }];
}

function argumentValue(argument: Argument, known: Known): Given[string] | undefined {
  if (typeof argument !== 'object' || Array.isArray(argument)) return argument;
  const value = known.variable(argument.variable)?.value;
  return typeof value === 'object' ? [...value] : value;
}
