import type { Campaign } from '../../core/model/campaign';
import type { TransitionCount, Waterfall } from '../../core/model/run';
import { count, plain, table } from './output';
import { wordsOf } from './says';

/** The label of an activity beside its id. */
export function labelOf(campaign: Campaign, activity: string): string {
  const label = campaign.flow.activities.find((a) => a.id === activity)?.label;
  return label === undefined ? activity : plain(label);
}

export function countTable(campaign: Campaign, counts: readonly TransitionCount[]): string {
  const rows = counts.map((c) => [labelOf(campaign, c.activity), `${c.activity}:${c.output}`, count(c.rows)]);
  return table([{ title: 'Activity' }, { title: 'Transition' }, { title: 'Rows', right: true }], rows);
}

/** One waterfall from what arrives to what goes out; the column adds up. */
export function waterfallText(campaign: Campaign, waterfall: Waterfall): string {
  const { activity, input, exclusions, sent, seeds } = waterfall;
  const lines: [string, string][] = [
    [count(input), 'arrive'],
    ...exclusions.map((e): [string, string] => [`−${count(e.rows)}`, exclusionWords(e.reason, e.detail)]),
    [`= ${count(sent)}`, 'go out'],
    ...(seeds === 0 ? [] : [[`+ ${count(seeds)}`, 'of our own, to watch the delivery (seeds)'] satisfies [string, string]]),
  ];
  const width = Math.max(...lines.map(([number]) => number.length));
  return [`${labelOf(campaign, activity)} (${activity})`, ...lines.map(([number, words]) => `  ${number.padStart(width)}  ${words}`)].join(
    '\n',
  );
}

export function exclusionWords(reason: string, detail: string): string {
  const words = wordsOf(`reason-${reason}`) ?? reason;
  return detail === '' ? words : `${words}: ${wordsOf(`detail-${detail}`) ?? plain(detail)}`;
}

/** Waterfalls as JSON carries them, with the words of every reason. */
export function saidWaterfalls(waterfalls: readonly Waterfall[]) {
  return waterfalls.map((w) => ({ ...w, exclusions: w.exclusions.map((e) => ({ ...e, says: exclusionWords(e.reason, e.detail) })) }));
}
