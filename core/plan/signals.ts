import { type Problem, problem } from '../base/problems';
import type { Activity, ActivityOf } from '../model/activity';
import type { Campaign } from '../model/campaign';
import type { Argument } from '../model/value';
import type { Variable } from '../model/variable';
import { fitsType } from '../segment/variables';

/** Campaigns that one run may start one after another, itself included. */
export const longestChain = 10;

type Signal = NonNullable<ActivityOf<'end'>['signal']>;

/** What is wrong with the signals a campaign sends and takes. @param campaigns all that are saved; this one counts as given */
export function signalProblems(campaign: Campaign, campaigns: readonly Campaign[]): Problem[] {
  const all = [...campaigns.filter((c) => c.id !== campaign.id), campaign];
  return campaign.flow.activities.flatMap((activity) => {
    if (activity.disabled) return [];
    const place = ['activities', activity.id];
    if (activity.type === 'start') return awaitedProblems(activity, campaign, place);
    return activity.type === 'end' && activity.signal ? sentProblems(activity.signal, campaign, all, [...place, 'signal']) : [];
  });
}

/** Every campaign that a run of this one may start, itself first. */
export function chainOf(id: string, campaigns: readonly Campaign[]): Set<string> {
  const chain = new Set<string>();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (chain.has(next)) continue;
    chain.add(next);
    queue.push(...targetsOf(campaigns.find((c) => c.id === next)));
  }
  return chain;
}

function targetsOf(campaign: Campaign | undefined): string[] {
  return (campaign?.flow.activities ?? []).flatMap((a) => (a.type === 'end' && a.signal && !a.disabled ? [a.signal.campaign] : []));
}

function awaitedProblems({ by }: ActivityOf<'start'>, campaign: Campaign, place: string[]): Problem[] {
  if (by.kind !== 'signal') return [];
  const open = openVariables(campaign);
  const unknown = by.variables.filter((name) => !open.some((v) => v.name === name));
  return unknown.map((variable) => problem('variable-unknown', [...place, 'by'], { variable, known: namesOf(open) }));
}

function sentProblems(signal: Signal, campaign: Campaign, campaigns: readonly Campaign[], place: string[]): Problem[] {
  const target = campaigns.find((c) => c.id === signal.campaign);
  if (!target) {
    const known = campaigns.filter((c) => c !== campaign).map((c) => c.id);
    return [problem('signal-unknown-campaign', place, { campaign: signal.campaign, known: known.join(', ') || '–' })];
  }
  const circle = circleOn([campaign.id, target.id], campaigns);
  if (circle) return [problem('signal-circle', place, { circle: circle.map((id) => nameOf(id, campaigns)).join(' → ') })];
  const length = 1 + depthFrom(target.id, campaigns);
  if (length > longestChain) return [problem('signal-chain', place, { found: length, most: longestChain })];
  const starts = target.flow.activities.filter((a) => a.type === 'start' && a.by.kind === 'signal' && !a.disabled);
  if (starts.length === 0) return [problem('signal-not-awaited', place, { campaign: target.name })];
  const taken = openVariables(target).filter((v) => starts.some((start) => takes(start, v.name)));
  return Object.entries(signal.parameters).flatMap(([name, argument]) => {
    const variable = taken.find((v) => v.name === name);
    if (!variable)
      return [problem('signal-unknown-variable', [...place, 'parameters', name], { campaign: target.name, name, known: namesOf(taken) })];
    return argumentProblems(argument, variable, campaign, [...place, 'parameters', name]);
  });
}

function argumentProblems(argument: Argument, { name, type }: Variable, campaign: Campaign, place: string[]): Problem[] {
  if (typeof argument !== 'object' || Array.isArray(argument))
    return fitsType(type, argument) ? [] : [problem('variable-bad-value', place, { variable: name, type })];
  const own = (campaign.variables ?? []).find((v) => v.name === argument.variable);
  if (!own) return [problem('variable-unknown', place, { variable: argument.variable, known: namesOf(campaign.variables ?? []) })];
  return own.type === type ? [] : [problem('variable-wrong-type', place, { variable: own.name, type: own.type, needed: type })];
}

/** A circle of campaigns at the end of a way of signals. */
function circleOn(way: readonly string[], campaigns: readonly Campaign[]): string[] | undefined {
  const last = way.at(-1) ?? '';
  const first = way.indexOf(last);
  if (first < way.length - 1) return way.slice(first);
  for (const next of targetsOf(campaigns.find((c) => c.id === last))) {
    const circle = circleOn([...way, next], campaigns);
    if (circle) return circle;
  }
  return undefined;
}

/** Campaigns on the longest way from one that leads to no circle, itself included. */
function depthFrom(id: string, campaigns: readonly Campaign[]): number {
  const further = targetsOf(campaigns.find((c) => c.id === id)).map((next) => depthFrom(next, campaigns));
  return 1 + Math.max(0, ...further);
}

/** Variables that take a value: a count does not. */
function openVariables({ variables = [] }: Campaign): Variable[] {
  return variables.filter((v) => !v.count);
}

function takes(start: Activity, name: string): boolean {
  return start.type === 'start' && start.by.kind === 'signal' && start.by.variables.includes(name);
}

const namesOf = (variables: readonly Variable[]): string => variables.map((v) => v.name).join(', ') || '–';

function nameOf(id: string, campaigns: readonly Campaign[]): string {
  return campaigns.find((c) => c.id === id)?.name ?? id;
}
