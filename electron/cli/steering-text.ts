import type { Campaign } from '../../core/model/campaign';
import type { Run } from '../../core/model/run';
import type { RaisedAlert, Signal } from '../../core/model/steering';
import { labelOf } from './counts';
import { plain, table } from './output';
import { said } from './says';

/** Alerts a run comes by, if there are any. */
export function alertTables(campaign: Campaign, alerts: readonly RaisedAlert[]): string[] {
  const rows = alerts.map((a) => [labelOf(campaign, a.activity), plain(a.title), plain(a.message)]);
  return rows.length > 0 ? [table([{ title: 'Alert' }, { title: 'Title' }, { title: 'Message' }], rows)] : [];
}

/** Campaigns that would be started, if there are any. */
export function signalTables(campaign: Campaign, signals: readonly Signal[]): string[] {
  const rows = signals.map((s) => [labelOf(campaign, s.activity), s.campaign, valuesText(s)]);
  return rows.length > 0 ? [table([{ title: 'End' }, { title: 'Would start' }, { title: 'With' }], rows)] : [];
}

/** Campaigns that a run started, and why some were not. */
export function startedTables(campaign: Campaign, signals: NonNullable<Run['signals']>): string[] {
  const rows = signals.map((s) => [
    labelOf(campaign, s.activity),
    s.campaign,
    valuesText(s),
    s.problem ? said(s.problem.code, s.problem.details).says : (s.run ?? ''),
  ]);
  return rows.length > 0 ? [table([{ title: 'End' }, { title: 'Started' }, { title: 'With' }, { title: 'Run' }], rows)] : [];
}

/** Activities that are not come to, if there are any. */
export function skippedLines(campaign: Campaign, skipped: readonly string[]): string[] {
  return skipped.length > 0 ? [`Not reached: ${skipped.map((id) => labelOf(campaign, id)).join(', ')}`] : [];
}

function valuesText({ variables }: Signal): string {
  return Object.entries(variables)
    .map(([name, value]) => plain(`${name}=${typeof value === 'object' ? value.join(',') : value}`))
    .join(' ');
}
