import { hasErrors, type Place } from '../base/problems';
import { parseContent } from '../content/liquid';
import { emailTexts, mailTexts } from '../content/texts';
import { allColumns, type Column } from '../segment/population';
import { column, isNull } from '../sql/expression';
import type { Output, Query, Select } from '../sql/query';
import { addressOf } from './address';
import { belonging } from './belonging';
import { bestOrder } from './best';
import { consent } from './consent';
import { contentColumns, emptyField } from './content-columns';
import { beaten, isBeaten, repeated } from './duplicates';
import { controlChecks, finished } from './finish';
import { matchables } from './matchable';
import { namesFor } from './naming';
import type { Assessment, AssessRequest } from './request';
import { suppression } from './suppression';
import { type Check, notNull, verdict } from './verdict';
import { keyOf, reach } from './work';

/**
 * Every row of the population with its verdict: NULL in the reason column goes out, everyone else leaves at the first check that
 * fails, in the fixed order. Problems go to the compilation; `undefined` means at least one of them is an error.
 * @param place of the message
 */
export function assess(request: AssessRequest, place: Place): Assessment | undefined {
  const { compilation, population, message } = request;
  const known = compilation.problems.length;
  const texts = request.channel === 'email' ? emailTexts(request.message, place) : mailTexts(request.message, place);
  const parsed = texts.flatMap((t) => parseContent(t.text, t.place, compilation.problems)?.fields ?? []);
  const work = reach(request, place);
  if (!work) return undefined;

  const { names, unique } = namesFor(work);
  const required = (message.required ?? []).map((path, i) => ({ path, place: [...place, 'required', i] }));
  const content = contentColumns(work, [...parsed, ...required], unique);
  const address = addressOf(work, names, place);
  const best = bestOrder(work, place);
  const people = belonging(work, names);
  const contacts = matchables(work, names, people, place);
  const lists = suppression(work, contacts.shared, place);
  const agreed = consent(work, people, place);
  if (!address || !lists || !agreed || hasErrors(compilation.problems.slice(known))) return undefined;

  const secondary = work.scopes.secondary;
  const keys = [
    ...renamed(keyOf(work.scopes.profile), names.profileKey),
    ...(secondary ? renamed(keyOf(secondary), names.secondaryKey) : []),
  ];
  const carried: Output[] = [
    ...allColumns(population).map((c) => ({ name: c.name, is: column('input', c.name) })),
    ...keys.map((k) => k.output),
    ...content.outputs,
    ...best.outputs,
  ];
  const reached: Select = {
    kind: 'select',
    columns: [...carried, ...address.outputs, ...contacts.outputs, ...people.outputs],
    from: { relation: population.table, alias: 'input' },
    joins: work.joins,
  };
  const early: Check[] = [
    ...names.profileKey.slice(0, 1).map((name): Check => ({ when: isNull(column('r', name)), reason: 'unreconciled', detail: '' })),
    ...names.secondaryKey.slice(0, 1).map((name): Check => ({ when: isNull(column('r', name)), reason: 'no-secondary', detail: '' })),
    ...lists.checks,
    ...agreed.checks,
    ...address.checks,
  ];
  const assessed: Select = {
    kind: 'select',
    columns: [
      ...[...carried.map((c) => c.name), ...address.carried].map((name) => ({ name, is: column('r', name) })),
      { name: 'verdict so far', is: verdict(early) },
    ],
    from: { relation: address.derive(reached), alias: 'r' },
    joins: [...lists.joins, ...agreed.joins],
  };
  const rowKey: Column[] = [...population.key, ...keys.map((k) => k.column).filter((c) => names.secondaryKey.includes(c.name))];
  const late: Check[] = [
    ...population.key.slice(0, 1).map((k): Check => ({ when: notNull(column('beaten', k.name)), reason: 'duplicate-address', detail: '' })),
    ...controlChecks(request, names),
    ...required
      .flatMap((r) => content.fields.filter((f) => f.path === r.path))
      .map((f): Check => ({ when: emptyField(f, 'a'), reason: 'bad-content', detail: f.path })),
  ];
  const visible: Column[] = [
    ...allColumns(population),
    ...keys.map((k) => k.column),
    ...[names.address, ...(names.country === undefined ? [] : [names.country])].map((name): Column => ({ name, type: 'text' })),
    ...content.columns,
  ];
  const judged: Select = {
    kind: 'select',
    columns: [
      ...visible.map((c) => ({ name: c.name, is: column('a', c.name) })),
      { name: 'verdict', is: verdict(late, column('a', 'verdict so far')) },
    ],
    from: { relation: { kind: 'part', name: 'assessed' }, alias: 'a' },
    joins: [{ type: 'left', source: { relation: { kind: 'part', name: 'beaten' }, alias: 'beaten' }, on: isBeaten(rowKey) }],
  };
  const same = [address.same, ...names.secondaryKey];
  const query: Query = {
    kind: 'with',
    parts: [
      { name: 'assessed', query: assessed, kept: true },
      { name: 'repeated', query: repeated(same) },
      { name: 'beaten', query: beaten(same, best.terms, rowKey) },
    ],
    body: finished(judged, visible, names, request),
  };
  return {
    query,
    channel: request.channel,
    activity: request.activity,
    campaign: request.campaign.id,
    columns: [...visible, ...[names.recipientId, names.reason, names.detail].map((name): Column => ({ name, type: 'text' }))],
    names,
    key: population.key,
    fields: content.fields,
    required: [...new Set(message.required ?? [])],
  };
}

function renamed(key: ReturnType<typeof keyOf>, names: readonly string[]): { column: Column; output: Output }[] {
  return key.columns.flatMap((c, i) => {
    const value = key.values[i];
    const name = names[i] ?? c.name;
    return value ? [{ column: { ...c, name }, output: { name, is: value.is } }] : [];
  });
}
