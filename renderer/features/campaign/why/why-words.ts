import { unreachable } from '../../../../core/base/never';
import type { PersonalLabel } from '../../../../core/model/entity';
import type { Cell } from '../../../../core/model/value';
import type { ExplainedRule, Others, Rank, Reason } from '../../../../core/model/why';
import type { See } from '../../../state/personal';
import { cellText } from '../../../ui/cells';
import { ruleWords } from '../rules/rule-words';
import { outputLabel } from '../sentence';
import type { Speaker } from '../speaker';
import { type Documents, ruleAt, withoutParts } from './rule-at';

/** Speaks of what a row holds, of which not everything is to be seen. */
export interface Witness extends Speaker {
  see: See;
}

export type Labels = Readonly<Partial<Record<string, PersonalLabel>>> | undefined;

export function valuesWords(values: Readonly<Record<string, Cell>>, personal: Labels, { t, see }: Witness): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${cellText(see(value, personal?.[name])) ?? t.why.empty}`)
    .join(', ');
}

/** What one part of a rule asks, without the parts inside it. */
export function asksWords(asked: ExplainedRule, documents: Documents | undefined, speaker: Speaker): string {
  const { why } = speaker.t;
  if (asked.kind === 'all' || asked.kind === 'any' || asked.kind === 'not') {
    return asked.parts?.length === 0 && asked.kind === 'all' ? speaker.t.ruleSays.everyone : why[asked.kind];
  }
  const rule = documents && ruleAt(documents, asked.place);
  return rule && rule.kind === asked.kind ? ruleWords(withoutParts(rule), speaker) : asked.asks;
}

export function rankWords({ rank, of, from, to, every }: Rank, { t: { why }, f }: Speaker): string {
  const place = rank === null ? why.unranked(f.number(of)) : why.rank(f.number(rank), f.number(of));
  const taken = to === null ? why.taken.from(f.number(from)) : why.taken.to(f.number(from), f.number(to));
  return [place, ...(every === undefined ? [] : [why.every(f.number(every))]), taken].join('; ');
}

/** A reason that is no rule and no condition, in words. */
export function reasonWords(reason: Exclude<Reason, { kind: 'rule' | 'branch' }>, speaker: Witness): string {
  const { t, f, name } = speaker;
  const { why } = t;
  switch (reason.kind) {
    case 'rank':
      return rankWords(reason, speaker);
    case 'group': {
      const kept = reason.keep === 0 ? why.allKept : why.kept(f.number(reason.keep));
      return `${valuesWords(reason.fields, reason.personal, speaker)}: ${why.group(f.number(reason.rank), f.number(reason.size))}; ${kept}`;
    }
    case 'inputs':
      return reason.has.length === 0 ? why.noInput(reason.of) : why.inputs(reason.has.map((i) => i + 1).join(', '), reason.of);
    case 'reaches':
    case 'reached-from':
      return othersWords(reason.kind, reason.rows, speaker);
    case 'member': {
      const says = reason.member ? why.member : why.notMember;
      return says(name('audience', reason.audience), f.moment(reason.takenAt));
    }
    case 'memory':
      return memoryWords(reason, speaker);
    case 'written':
      return why.written;
    case 'message': {
      const says = reason.reason === null ? why.goesOut : (t.rehearsal.reasons[reason.reason] ?? reason.reason);
      const detail = reason.detail === '' ? '' : ` · ${t.rehearsal.details[reason.detail] ?? reason.detail}`;
      return `${says}${detail}${reason.rows === 1 ? '' : ` (${why.messages(f.number(reason.rows))})`}`;
    }
    default:
      return unreachable(reason);
  }
}

function othersWords(kind: 'reaches' | 'reached-from', { entity, count, personal, first }: Others, speaker: Witness): string {
  const { why } = speaker.t;
  if (count === 0) return why.noRow(entity);
  const rows = `${first.map((key) => valuesWords(key, personal, speaker)).join('; ')}${count > first.length ? '; …' : ''}`;
  return (kind === 'reaches' ? why.leads : why.reachedFrom)(speaker.f.number(count), entity, rows);
}

function memoryWords({ by, lastRun, value, personal }: Extract<Reason, { kind: 'memory' }>, { t: { why }, f, see }: Witness): string {
  const said = cellText(see(value, personal)) ?? why.empty;
  if (by === 'key') return value === null ? why.neverPassed : why.passedBefore(said);
  return lastRun === null ? why.noRunBefore(said) : why.ownMoment(said, f.moment(lastRun));
}

/** Names of the outputs that have the row; none where the activity has only one. */
export function outputsWords(activity: string, outputs: readonly string[], { campaign, t }: Speaker): string {
  const found = campaign?.flow.activities.find((a) => a.id === activity);
  return found
    ? outputs
        .map((output) => outputLabel(found, output, t))
        .filter(Boolean)
        .join(', ')
    : '';
}
