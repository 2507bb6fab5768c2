import { relative } from 'node:path';
import type { Campaign } from '../../../core/model/campaign';
import type { ImportSummary } from '../../../core/model/data-report';
import type { CountReport, Rehearsal } from '../../../core/model/report';
import type { Run } from '../../../core/model/run';
import { loadedTable } from '../commands/new';
import { countTable, waterfallText } from '../counts';
import { bytes, count, countOf, seconds } from '../output';
import { demoParts } from './folder';
import type { DemoSync } from './own-endpoint';
import type { ReadPackage } from './packages';

export interface DemoFacts {
  folder: string;
  milliseconds: number;
  /** What every further command needs, such as the engine that was chosen. */
  flags: string;
  loaded: readonly ImportSummary[];
  campaign: Campaign;
  counted: CountReport;
  rehearsal: Rehearsal;
  run: Run;
  mail: readonly ReadPackage[];
  sync: DemoSync;
}

/** What happened, for somebody who has never seen Muster. */
export function demoText(facts: DemoFacts): string {
  return [
    `The whole job on a sample business, in ${seconds(facts.milliseconds)}`,
    imported(facts),
    counted(facts),
    rehearsed(facts),
    ran(facts),
    synced(facts),
    next(facts),
  ].join('\n\n');
}

function imported({ loaded }: DemoFacts): string {
  const rows = loaded.reduce((sum, s) => sum + s.entity.rows, 0);
  return `1  Imported ${countOf(loaded.length, 'file')} with ${countOf(rows, 'row')}, linked them, and said that customers are the profile\n\n${loadedTable(loaded)}`;
}

function counted({ campaign, counted: { counts, asOf } }: DemoFacts): string {
  const { activities } = campaign.flow;
  return `2  Counted every arrow of the campaign “${campaign.name}” (${countOf(activities.length, 'activity', 'activities')}), as of ${asOf}\n\n${countTable(campaign, counts)}`;
}

function rehearsed({ campaign, rehearsal }: DemoFacts): string {
  const falls = rehearsal.waterfalls.map((w) => waterfallText(campaign, w));
  return [`3  Rehearsed it: everyone who does not get a message has exactly one reason, and the columns add up`, ...falls].join('\n\n');
}

function ran({ run, mail, sync }: DemoFacts): string {
  const packages = mail.flatMap((m) => {
    const { counts } = m;
    const excluded = counts.excluded.reduce((sum, e) => sum + e.rows, 0);
    return [
      ...m.files.map(
        (f) =>
          `   mail file   ${f.file}\n               ${countOf(f.rows, 'row')}, ${bytes(f.bytes)}, SHA-256 ${f.sha256}${f.intact ? ', read again and the same' : ', READ AGAIN AND DIFFERENT'}`,
      ),
      `   manifest    ${m.manifest}\n               ${count(counts.in)} in − ${count(excluded)} left out + ${count(counts.seeds)} of our own = ${count(counts.out)} out: ${m.balances ? 'it balances' : 'IT DOES NOT BALANCE'}`,
    ];
  });
  const frozen = sync.deliveries.map(
    (d) => `   delivery    ${d.folder}\n               ${countOf(d.recipients, 'recipient')}, manifest SHA-256 ${d.manifest}`,
  );
  return [
    `4  Ran it (${run.id}): the emails are frozen as a delivery, the mail is ready for a printer`,
    [...packages, ...frozen].join('\n'),
  ].join('\n\n');
}

function synced({ sync }: DemoFacts): string {
  const delivered = sync.deliveries.map((d) => `   ${d.folder}: ${d.state}${d.deliveredAt === null ? '' : ` at ${d.deliveredAt}`}`);
  const ledger = `   Its ledger holds ${countOf(sync.messages, 'message')} (seeds included), ${count(sync.sentTwice)} of them twice`;
  return ['5  Started a delivery endpoint on 127.0.0.1 and synced to it, signed and checked', [...delivered, ledger].join('\n')].join(
    '\n\n',
  );
}

function next({ folder, campaign, flags }: DemoFacts): string {
  const { workspace, endpoint, summary } = demoParts(folder);
  const near = relative(process.cwd(), workspace);
  const short = near === '' || near.startsWith('..') ? workspace : near;
  const commands = [
    [`muster rehearse ${short} ${campaign.id}${flags}`, 'the same again, at another moment with --as-of'],
    [`muster sql ${short} "SELECT country, count(*) FROM customers GROUP BY ALL"${flags}`, 'ask the data'],
    [`muster explain ${short} ${campaign.id}${flags}`, 'the SQL of every step'],
    [`muster serve ${short}`, 'the window, in your browser'],
  ];
  const width = Math.max(...commands.map(([command = '']) => command.length));
  return [
    'Where everything is',
    [`   workspace   ${workspace}`, `   its files   ${workspace}/source`, `   endpoint    ${endpoint}`, `   this text   ${summary}`].join(
      '\n',
    ),
    'What to try next (in the checkout, npx muster …)',
    commands.map(([command = '', words = '']) => `   ${command.padEnd(width)}  ${words}`).join('\n'),
  ].join('\n\n');
}
