import { unreachable } from '../../../core/base/never';
import type { Activity, ActivityOf, Condition, Size, Subset } from '../../../core/model/activity';
import { fileName } from '../../../core/model/recipe';
import { unchosen } from '../../../core/model/unchosen';
import { complementOutput, defaultOutput } from '../../state/outputs';
import type { Text } from '../../text/use-text';
import { arrivals } from './population';
import { asksNothing, orderWords, ruleWords, valueWords } from './rules/rule-words';
import type { Speaker } from './speaker';

export function labelOf(activity: Activity, t: Text): string {
  return activity.label || t.campaign.activities[activity.type].name;
}

const dotted = ({ path, attribute }: { path?: string[] | undefined; attribute: string }) => [...(path ?? []), attribute].join('.');

/** What an activity does, in words. `full`: long rules are said to their end. */
export function sentence(activity: Activity, speaker: Speaker, full = false): string {
  const { t, f, name } = speaker;
  const says = t.says;
  const rows = (entity: string, rule: ActivityOf<'build-audience'>['rule']) =>
    asksNothing(rule) ? says.allOf(entity) : says.rows(entity, ruleWords(rule, speaker, full));
  switch (activity.type) {
    case 'start':
      return startWords(activity, t);
    case 'build-audience':
      return rows(activity.dimension, activity.rule);
    case 'read-audience': {
      const audience = activity.audience === unchosen.audience ? undefined : name('audience', activity.audience);
      const parts = [audience === undefined ? t.forms.audiencePick : full ? says.membersOf(audience) : audience];
      if (activity.path?.length) parts.push(`→ ${activity.path.join(' → ')}`);
      if (activity.attributes?.length) parts.push(says.with(activity.attributes.map((a) => a.as).join(', ')));
      return parts.join(' ');
    }
    case 'incremental-query':
      return `${rows(activity.dimension, activity.rule)}, ${memoryWords(activity, speaker)}`;
    case 'load-file':
      return activity.source.path === unchosen.file
        ? says.noFile
        : says.file(fileName(activity.source.path), f.number(activity.columns.filter((c) => !c.ignore).length));
    case 'sql':
      return full ? says.byQuery(activity.dimension) : shortened(activity.sql.replace(/\s+/g, ' ').trim());
    case 'reconcile': {
      const columns = activity.on.map((pair) => pair.attribute).join(', ');
      if (!activity.where) return says.finds(activity.entity, columns);
      return says.findsAmong(activity.entity, columns, ruleWords(activity.where, speaker, full));
    }
    case 'combine': {
      const primary = activity.operation === 'exclusion' ? inputLabel(activity, activity.primary ?? 0, speaker) : undefined;
      return `${primary ? says.leavesOut(primary) : says.operations[activity.operation]}${activity.by ? says.equalIn(activity.by.join(', ')) : ''}`;
    }
    case 'change-dimension':
      return (full ? says.goesOnWith : says.to)(activity.path.join(' → '));
    case 'deduplicate': {
      const fields = activity.fields.map(dotted).join(', ');
      const kept =
        activity.keep === 1
          ? says.oneOf(fields)
          : activity.keep === 0
            ? says.everyOf(fields)
            : says.several(f.number(activity.keep), fields);
      return `${kept}${activity.merge?.length ? says.merged(activity.merge.join(', ')) : ''}${full ? staysWords(activity, speaker) : ''}`;
    }
    case 'enrich':
      return says.adds(activity.additions.map((addition) => addition.as).join(', '));
    case 'split':
      return activity.subsets
        .map((subset, i) =>
          [subset.label || t.campaign.segment(i + 1), full ? subsetWords(subset, speaker) : ''].filter(Boolean).join(': '),
        )
        .join(full ? '; ' : ', ');
    case 'sample':
      return sampleWords(activity, speaker);
    case 'save-audience':
      return saveWords(activity, speaker, full);
    case 'fork':
      return activity.branches.map((branch, i) => branch.label || t.steer.branch(i + 1)).join(', ');
    case 'and-join':
      return says.joins(inputLabel(activity, activity.primary ?? 0, speaker) ?? t.shape.input((activity.primary ?? 0) + 1));
    case 'wait':
      return activity.until.kind === 'instant'
        ? says.waitsUntil(f.moment(activity.until.at))
        : says.waits(says.spans[activity.until.unit](f.number(activity.until.amount)));
    case 'test': {
      const branches = activity.branches.map((branch, i) =>
        says.branch(branch.label || t.steer.branch(i + 1), branch.all.map((c) => conditionWords(c, speaker)).join(says.and)),
      );
      return [...branches, ...(activity.default ? [t.steer.otherwise] : [])].join('; ');
    }
    case 'alert':
      return says.alert(activity.title);
    case 'end':
      return activity.signal ? says.signals(name('campaign', activity.signal.campaign)) : says.ends;
    case 'email':
      if (!activity.message.subject) return t.campaign.activities.email.purpose;
      return full ? says.sends(activity.message.subject) : activity.message.subject;
    case 'direct-mail': {
      const columns = activity.message.layout.columns.map((column) => column.label).join(', ');
      return full ? says.writes(columns) : columns;
    }
    default:
      return unreachable(activity);
  }
}

/** What a run does with the audience: the first one makes it, whatever later ones do to it. */
function saveWords({ audience, mode }: ActivityOf<'save-audience'>, { t: { says }, name, isSaved }: Speaker, full: boolean): string {
  const named = name('audience', audience);
  if (mode === 'create' || mode === 'remove' || isSaved(audience)) return says.saves[mode](named);
  return full ? says.savesFirst[mode](named) : says.saves.create(named);
}

function startWords({ by }: ActivityOf<'start'>, { says }: Text): string {
  const names = by.kind === 'signal' && by.variables.length > 0 ? says.bringing(by.variables.join(', ')) : '';
  return `${says.begins[by.kind]}${names}`;
}

function memoryWords({ memory }: ActivityOf<'incremental-query'>, { t: { says }, f }: Speaker): string {
  if (memory.kind === 'date') return says.newByDate(dotted(memory));
  return memory.days === 0 ? says.newByKey : says.newForDays(f.number(memory.days));
}

/** Which rows of a group stay, where some do not. */
function staysWords({ by, keep }: ActivityOf<'deduplicate'>, speaker: Speaker): string {
  const { stays } = speaker.t.says;
  if (keep === 0) return '';
  switch (by.kind) {
    case 'order':
      return by.order.length > 0 ? stays.order(orderWords(by.order, speaker)) : '';
    case 'non-empty':
      return stays.nonEmpty(by.attribute);
    case 'values':
      return stays.values(by.attribute, by.values.map((value) => valueWords(value, speaker)).join(', '));
    case 'random':
      return stays.random;
    default:
      return unreachable(by);
  }
}

/** Who enters one segment, and how many of them. */
function subsetWords({ rule, limit, order, skip }: Subset, speaker: Speaker): string {
  const { t, f } = speaker;
  const whom = rule ? ruleWords(rule, speaker, true) : t.ruleSays.everyone;
  if (!limit) return whom;
  const size = limit.kind === 'count' ? t.says.rowsCount(f.number(limit.count)) : t.says.percent(f.number(limit.percent));
  const which = order?.length ? t.says.firstBy(size, orderWords(order, speaker)) : t.says.random(size);
  return `${whom} (${which}${skip ? t.says.after(f.number(skip)) : ''})`;
}

function sizeWords(size: Size, { t: { says }, f }: Speaker): string {
  return size.kind === 'count' ? says.rowsCount(f.number(size.count)) : says.percent(f.number(size.percent));
}

function sampleWords({ method }: ActivityOf<'sample'>, speaker: Speaker): string {
  const { t, f } = speaker;
  switch (method.kind) {
    case 'first':
      return t.says.firstBy(sizeWords(method.size, speaker), orderWords(method.order, speaker));
    case 'random':
      return t.says.random(sizeWords(method.size, speaker));
    case 'every':
      return t.says.everyNth(f.number(method.every), f.number(method.offset));
    case 'stratified':
      return t.says.inMix(sizeWords(method.size, speaker), dotted(method));
    default:
      return unreachable(method);
  }
}

/** One condition of a test. */
export function conditionWords({ left, op, right }: Condition, speaker: Speaker): string {
  const { t, f } = speaker;
  const value = typeof right === 'number' ? f.number(right) : valueWords(right, speaker);
  return `${testedWords(left, speaker)} ${t.steer.comparisons[op]} ${value}`;
}

function testedWords(left: Condition['left'], { t, campaign }: Speaker): string {
  if (left.kind === 'variable') return `$${left.variable}`;
  const source = campaign?.flow.activities.find((a) => a.id === left.activity);
  return source ? t.says.peopleOf(transitionLabel(source, left.output, t)) : t.says.arrivals;
}

/** The name of the population on one output: its activity's, and the output's where there are several. */
export function transitionLabel(activity: Activity, output: string | undefined, t: Text): string {
  return [labelOf(activity, t), output === undefined ? '' : outputLabel(activity, output, t)].filter(Boolean).join(' · ');
}

/** The name of what arrives on an input, where something does. */
export function inputLabel(activity: Activity, input: number, { t, campaign }: Speaker): string | undefined {
  if (!campaign) return undefined;
  const arrow = arrivals(campaign, activity.id).find((a) => a.input === input);
  const source = campaign.flow.activities.find((a) => a.id === arrow?.from);
  return arrow && source && transitionLabel(source, arrow.output, t);
}

export function outputLabel(activity: Activity, output: string, t: Text): string {
  if (output === complementOutput) return complementLabel(activity, t);
  switch (activity.type) {
    case 'split': {
      const index = activity.subsets.findIndex((subset) => subset.id === output);
      return activity.subsets[index]?.label || t.campaign.segment(index + 1);
    }
    case 'fork':
    case 'test': {
      const index = activity.branches.findIndex((branch) => branch.id === output);
      if (index < 0) return output === defaultOutput ? t.steer.otherwise : '';
      return activity.branches[index]?.label || t.steer.branch(index + 1);
    }
    default:
      return '';
  }
}

function complementLabel({ type }: Activity, t: Text): string {
  if (type === 'load-file') return t.gather.refused;
  return type === 'reconcile' ? t.gather.unfound : t.campaign.complement;
}

const shortened = (sql: string) => (sql.length > 80 ? `${sql.slice(0, 79)}…` : sql);
