import { expect, test } from 'vitest';
import { filled, plural } from '../../core/base/plural';
import type { WordTable } from '../../core/base/words/words';
import { texts } from '../../renderer/text/use-text';

const languages = ['en', 'es'] as const;

/** Words after a lone 1 that are many: those that end so, but for the few that only look it. */
const many = {
  en: {
    words: /^people$|(?<!s|u|i)s$/,
    but: [
      'has',
      'was',
      'ms',
      's',
      'as',
      'does',
      'uses',
      'gives',
      'ends',
      'belongs',
      'unpacks',
      'fewer',
      'fulfils',
      'holds',
      'arrives',
      'repeats',
      'lacks',
      'matches',
    ],
  },
  es: { words: /[aeiouáéíóú]s$|[lrdn]es$/, but: ['es', 'más', 'menos', 'antes', 'después', 'mes'] },
} as const;

/** What a text says of one thing as if it were several. */
function faults(language: (typeof languages)[number], said: string): string[] {
  const { words, but } = many[language];
  return [...said.matchAll(/(?<![\d.,–’'$])\b1 ([\p{L}]+)/gu)].flatMap(([found, word = '']) =>
    words.test(word) && !(but as readonly string[]).includes(word) ? [`${found} in: ${said}`] : [],
  );
}

/** What every function among texts says when each of its arguments is one. */
function said(text: unknown): string[] {
  if (typeof text === 'object' && text !== null) return Object.values(text).flatMap(said);
  if (typeof text !== 'function') return [];
  return [1, '1'].flatMap((one) => {
    try {
      const result: unknown = text(...Array.from({ length: text.length }, () => one));
      return typeof result === 'string' ? [result] : [];
    } catch {
      // It takes something other than words and counts.
      return [];
    }
  });
}

test.each(languages)('the window speaks of one thing as of one in %s', (language) => {
  const all = said(texts[language]);
  expect(all.length).toBeGreaterThan(300);
  expect(all.flatMap((text) => faults(language, text))).toEqual([]);
});

/** Texts whose words are names and what is said of them, never counts. */
const uncounted = ['pathMember'];

/** What every function among texts says when some of its arguments are one and the others an entity's name. */
function saidOf(text: unknown, entity: string): string[] {
  if (typeof text === 'object' && text !== null)
    return Object.entries(text).flatMap(([name, inner]) => (uncounted.includes(name) ? [] : saidOf(inner, entity)));
  if (typeof text !== 'function') return [];
  return Array.from({ length: 2 ** text.length }, (_, mask) => mask).flatMap((mask) => {
    try {
      const result: unknown = text(...Array.from({ length: text.length }, (_, n) => ((mask >> n) & 1 ? entity : '1')));
      return typeof result === 'string' ? [result] : [];
    } catch {
      // It takes something other than words.
      return [];
    }
  });
}

test.each([
  ['en', 'bookings'],
  ['es', 'reservas'],
] as const)('the name of an entity is no word for one of its rows in %s', (language, entity) => {
  expect(saidOf(texts[language], entity).filter((text) => text.includes(`1 ${entity}`))).toEqual([]);
});

const areas = import.meta.glob<Record<string, WordTable>>('../../core/base/words/*.ts', { eager: true });
const entries = Object.values(areas).flatMap((area) => Object.values(area).flatMap((table) => Object.values(table)));

test.each(languages)('errors and problems speak of one thing as of one in %s', (language) => {
  const ones = new Proxy<Record<string, number>>({}, { get: () => 1 });
  const all = entries.flatMap((entry) => [entry[language].says, entry[language].hint ?? '']).map((text) => filled(text, ones));
  expect(all.flatMap((text) => faults(language, text))).toEqual([]);
  expect(all.filter((text) => /[{}|]/.test(text) && !/\{"/.test(text))).toEqual([]);
});

test('faults are found', () => {
  expect(faults('en', 'has 1 rows')).toHaveLength(1);
  expect(faults('en', '1 people')).toHaveLength(1);
  expect(faults('es', 'tiene 1 filas y 1 valores')).toHaveLength(2);
  expect(faults('en', '1,001 rows, 0.1 rows, 0–1 days, 1 row')).toEqual([]);
});

test('a count takes the word that goes with it', () => {
  expect([plural(1, 'row', 'rows'), plural('1', 'row', 'rows'), plural('1,000', 'row', 'rows'), plural(0, 'row', 'rows')]).toEqual([
    '1 row',
    '1 row',
    '1,000 rows',
    '0 rows',
  ]);
  expect(filled('{n:row|rows} of {what} {n?is|are} {gone}', { n: 1, what: '{n}' })).toBe('1 row of {n} is {gone}');
  expect(filled('{n:row|rows} {n?is|are}', { n: 2 })).toBe('2 rows are');
});
