import { expect, test } from 'vitest';
import type { ActivityOf } from '../../../core/model/activity';
import { type Rule, rule as ruleSchema } from '../../../core/model/rule';
import { activityTypes, kinds } from '../../../renderer/features/campaign/kinds';
import { newActivity } from '../../../renderer/features/campaign/new-activity';
import { newPart, partKinds } from '../../../renderer/features/campaign/rules/new-part';
import { ruleWords } from '../../../renderer/features/campaign/rules/rule-words';
import { inputLabel, outputLabel, sentence } from '../../../renderer/features/campaign/sentence';
import type { Speaker } from '../../../renderer/features/campaign/speaker';
import { formatsFor } from '../../../renderer/text/formats';
import { texts } from '../../../renderer/text/use-text';
import { around, campaign, model } from '../flow-document';

const languages = ['en', 'es'] as const;

function speaking(language: (typeof languages)[number]): Speaker {
  return { t: texts[language], f: formatsFor(language), campaign, name: (kind, id) => `${kind} ${id}`, isSaved: (id) => id === 'kept' };
}

const en = speaking('en');
const es = speaking('es');

test('every kind of activity has a name, a purpose, an icon and a sentence in both languages', () => {
  for (const type of activityTypes) {
    const activity = newActivity(type, 'x', around);
    for (const speaker of [en, es]) {
      const { name, purpose } = speaker.t.campaign.activities[type];
      for (const words of [name, purpose, sentence(activity, speaker), sentence(activity, speaker, true)]) {
        expect(words, type).toMatch(/\S/);
        expect(words, type).not.toMatch(/undefined|\[object|NaN/);
      }
    }
    expect(kinds[type].icon, type).toBeDefined();
  }
  expect(activityTypes.map((type) => es.t.campaign.activities[type].purpose)).not.toEqual(
    activityTypes.map((type) => en.t.campaign.activities[type].purpose),
  );
});

test('saving an audience says what a run will do, whether there is such an audience or not', () => {
  const says = (audience: string, mode: ActivityOf<'save-audience'>['mode']) =>
    [en, es].map((speaker) => sentence({ id: 'x', type: 'save-audience', audience, mode }, speaker));
  expect(says('kept', 'overwrite')).toEqual(['Replaces audience kept', 'Sustituye audience kept']);
  expect(says('kept', 'append')).toEqual(['Adds to audience kept', 'Añade a audience kept']);
  for (const mode of ['overwrite', 'append', 'create'] as const)
    expect(says('fresh', mode)).toEqual(['Saves as audience fresh', 'Guarda como audience fresh']);
  const full = { id: 'x', type: 'save-audience' as const, audience: 'fresh', mode: 'append' as const };
  expect(sentence(full, en, true)).toBe('Saves as audience fresh, which is new; every later run adds to it');
});

test('every part that can be added is a valid rule with words in both languages', () => {
  const filter = {
    format: 1 as const,
    id: 'vip',
    name: 'VIP',
    entity: 'customers',
    parameters: [],
    rule: { kind: 'all' as const, rules: [] },
  };
  const audience = {
    format: 1 as const,
    id: 'loyal',
    name: 'Loyal',
    dimension: 'orders',
    definition: { kind: 'sql' as const, sql: 'SELECT 1' },
  };
  for (const kind of Object.values(partKinds).flat()) {
    const part = newPart(kind, { model, entity: 'customers', audiences: [audience], filters: [filter], profile: 'customers' });
    expect(ruleSchema.safeParse(part).success, kind).toBe(true);
    if (!part) continue;
    for (const speaker of [en, es]) expect(ruleWords(part, speaker), kind).toMatch(/^(?!.*(undefined|\[object))\S/);
  }
  // Members of another entity are reached along a link.
  expect(newPart('audience', { model, entity: 'customers', audiences: [audience], filters: [], profile: undefined })).toMatchObject({
    path: ['orders'],
  });
});

test('what the data have nothing for cannot be added', () => {
  const bare = { model, entity: 'customers', audiences: [], filters: [], profile: undefined };
  for (const kind of ['audience', 'filter', 'history'] as const) expect(newPart(kind, bare), kind).toBeUndefined();
  expect(newPart('ordered', { ...bare, entity: 'orders' })).toBeUndefined();
});

const of = (...rules: Rule[]): Rule => ({ kind: 'all', rules });
const isNot: Rule = { kind: 'attribute', attribute: 'country', test: { op: 'not-equals', value: 'FR' } };

test('a negated test says what becomes of those without a value', () => {
  expect(ruleWords(isNot, en)).toBe('country is not FR (or has no value)');
  expect(ruleWords(isNot, es)).toBe('country no es FR (o no tiene valor)');
  expect(ruleWords({ ...isNot, test: { op: 'not-equals', value: 'FR', excludeEmpty: true } }, en)).toBe('country is not FR');
});

test('variables, spans and emptiness are said as they are', () => {
  const test = (test: Extract<Rule, { kind: 'attribute' }>['test']): Rule => ({ kind: 'attribute', attribute: 'a', test });
  expect(ruleWords(test({ op: 'equals', value: { variable: 'tier' } }), en)).toBe('a is $tier');
  expect(ruleWords(test({ op: 'in-last', count: 1, unit: 'day' }), en)).toBe('a is in the last 1 day');
  expect(ruleWords(test({ op: 'before', moment: { kind: 'as-of', offset: -2, unit: 'week' } }), es)).toBe(
    'a es anterior a 2 semanas antes de la ejecución',
  );
  expect(ruleWords(test({ op: 'one-of', values: [] }), en)).toBe('a is one of …');
  expect(ruleWords(test({ op: 'equals', value: '' }), en)).toBe('a is …');
  expect(ruleWords(of(), en)).toBe('everyone');
  expect(ruleWords({ kind: 'any', rules: [] }, en)).toBe('nobody');
});

test('long rules are counted on the canvas and said to their end in the form', () => {
  const long = of(isNot, isNot, isNot, isNot);
  expect(ruleWords(long, en)).toBe('4 conditions');
  expect(ruleWords(long, en, true).match(/FR/g)).toHaveLength(4);
});

test('a group in a group of the other kind is read in brackets', () => {
  const a: Rule = { kind: 'attribute', attribute: 'a', test: { op: 'empty' } };
  const b: Rule = { kind: 'attribute', attribute: 'b', test: { op: 'empty' } };
  expect(ruleWords(of(a, { kind: 'any', rules: [a, b] }), en)).toBe('a is empty and (a is empty or b is empty)');
});

test('parts of a rule name what they refer to', () => {
  const where = of();
  const words = (rule: Rule) => ruleWords(rule, en);
  expect(words({ kind: 'ordered', position: 'last', path: ['orders'], by: 'day', where: isNot })).toBe(
    'the last of orders by day fulfils (country is not FR (or has no value))',
  );
  expect(words({ kind: 'ordered', position: 'first', path: ['orders'], by: 'day', where })).toBe('has the first of orders by day');
  expect(
    words({ kind: 'top', count: 3, order: [{ attribute: 'spent', direction: 'descending' }], per: { path: ['store'], attribute: 'name' } }),
  ).toBe('is among the first 3 in each store.name by spent, largest first');
  expect(words({ kind: 'audience', member: false, audience: 'a', path: ['store'] })).toBe('store is not in audience a');
  expect(
    words({
      kind: 'history',
      event: 'responded',
      happened: false,
      channel: 'postal',
      campaign: 'spring',
      within: { count: 2, unit: 'month' },
    }),
  ).toBe('did not answer a message by post of campaign spring in the last 2 months');
  expect(words({ kind: 'filter', filter: 'vip', arguments: { tier: ['gold', 'silver'], since: { variable: 'day' } } })).toBe(
    '“filter vip” (tier: gold, silver; since: $day)',
  );
});

test('sentences say sizes exactly and name the inputs', () => {
  const sample = (method: ActivityOf<'sample'>['method']) => sentence({ id: 's', type: 'sample', method }, en);
  expect(sample({ kind: 'random', size: { kind: 'percent', percent: 0.05 } })).toBe('0.05% at random');
  expect(sample({ kind: 'first', size: { kind: 'count', count: 1 }, order: [{ attribute: 'spent', direction: 'descending' }] })).toBe(
    'First 1 row by spent, largest first',
  );
  const labelled = {
    ...campaign,
    flow: { ...campaign.flow, activities: campaign.flow.activities.map((a) => ({ ...a, label: a.id.toUpperCase() })) },
  };
  const union = labelled.flow.activities.find((a) => a.id === 'c');
  expect(union && inputLabel(union, 1, { ...en, campaign: labelled })).toBe('B');
  const join = { id: 'c', type: 'and-join' as const, primary: 1 };
  expect(sentence(join, { ...en, campaign: labelled })).toBe('Waits for all, goes on with B');
});

test('branches leave by their own names', () => {
  const activity: ActivityOf<'test'> = {
    id: 't',
    type: 'test',
    branches: [
      { id: 'many', label: 'Enough', all: [{ left: { kind: 'count' }, op: 'at-least', right: 1000 }] },
      { id: 'few', all: [{ left: { kind: 'variable', variable: 'rush' }, op: 'equals', right: true }] },
    ],
    default: true,
  };
  expect(['many', 'few', 'default', 'complement'].map((output) => outputLabel(activity, output, es.t))).toEqual([
    'Enough',
    'Rama 2',
    'Si no',
    'Resto',
  ]);
  expect(sentence(activity, en)).toBe('Enough: their number is at least 1,000; Branch 2: $rush is Yes; Otherwise');
});

test('a gap in the content says of how many people, one or more, in both languages', () => {
  expect(['1', '2'].map(en.t.rehearsal.missingRows)).toEqual(['1 person', '2 people']);
  expect(['1', '2'].map(es.t.rehearsal.missingRows)).toEqual(['1 persona', '2 personas']);
});

test('what is none of a group says that who has no value is among it, unless the group asks for that itself', () => {
  const is = (op: 'equals' | 'not-equals', excludeEmpty?: true): Rule => ({
    kind: 'attribute',
    attribute: 'country',
    test: op === 'equals' ? { op, value: 'US' } : { op, value: 'US', ...(excludeEmpty ? { excludeEmpty } : {}) },
  });
  const not = (rule: Rule): Rule => ({ kind: 'not', rule });
  expect(ruleWords(not(is('equals')), en)).toBe('not (country is US), also where there is no value');
  expect(ruleWords(not(is('not-equals', true)), en)).toBe('not (country is not US), also where there is no value');
  expect(ruleWords(not(is('not-equals')), en)).toBe('not (country is not US (or has no value))');
  expect(ruleWords(not({ kind: 'attribute', attribute: 'country', test: { op: 'empty' } }), en)).toBe('not (country is empty)');
  expect(ruleWords(not(is('equals')), es)).toContain(', también donde no hay valor');
});

test('a span of moments is said in days, and to the minute where it is not of whole days', () => {
  const span = (from: string, to: string): Rule => ({ kind: 'attribute', attribute: 'ordered_at', test: { op: 'between', from, to } });
  expect(ruleWords(span('2026-06-01', '2026-06-30 23:59:59.999999'), en)).toBe('ordered_at is between 1 Jun 2026 and 30 Jun 2026');
  expect(ruleWords(span('2026-06-01 08:00:00', '2026-06-01 09:30:59.999999'), en)).toBe(
    'ordered_at is between 1 Jun 2026, 08:00 and 1 Jun 2026, 09:30',
  );
});
