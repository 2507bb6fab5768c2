import { expect, test } from 'vitest';
import { codes } from '../../core/base/codes';
import type { Words, WordTable } from '../../core/base/words/words';
import { files, textOf } from './house';

const areas = import.meta.glob<Record<string, WordTable>>('../../core/base/words/*.ts', { eager: true });
const entries = Object.values(areas).flatMap((area) => Object.values(area).flatMap((table) => Object.entries(table)));
const holes = (text = '') => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
const parts = ['says', 'hint'] as const satisfies (keyof Words)[];

test('every area of words is in the table of codes, and no code is there twice', () => {
  expect(entries.map(([code]) => code).sort()).toEqual([...codes].sort());
});

test('codes are words joined by hyphens', () => {
  expect(codes.filter((code) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code))).toEqual([]);
});

test.each(entries)('%s says the same in English and Spanish', (_code, { en, es }) => {
  for (const part of parts) {
    expect(holes(es[part])).toEqual(holes(en[part]));
    expect(es[part] === undefined).toBe(en[part] === undefined);
    for (const text of [en[part], es[part]]) expect(text ?? 'absent').toMatch(/\S/);
  }
  // Words that are only another's words are the same in every language.
  if (!/^\{\w+\}$/.test(en.says)) expect(es.says).not.toBe(en.says);
});

test('every code is used', () => {
  const texts = files
    .filter((name) => /^(?:core(?!\/base\/words)|electron|renderer)\/.*\.tsx?$/.test(name))
    .map((name) => textOf(name) ?? '');
  const all = texts.join('\n');
  const named = new Set(all.match(/(?<=['"`])[a-z0-9-]+(?=['"`])/g));
  const begun = [...(all.match(/(?<=`)[a-z0-9-]+-(?=\$\{)/g) ?? [])];
  expect(codes.filter((code) => !named.has(code) && !begun.some((start) => code.startsWith(start)))).toEqual([]);
});
