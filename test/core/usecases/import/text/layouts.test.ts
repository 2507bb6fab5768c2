import { expect, it } from 'vitest';
import { afterLines, detectDialect } from '../../../../../core/usecases/import/text/detect-dialect';

const lines = (head: string, line: (n: number) => string) => [head, ...Array.from({ length: 30 }, (_, n) => line(n + 1))].join('\n');
const found = (text: string) => {
  const { dialect, names } = detectDialect({ text, whole: true }, { encoding: 'utf-8' });
  return { delimiter: dialect.delimiter, skip: dialect.skip, header: dialect.header, names };
};

it.each([
  ['a sign before all amounts', lines('id;owes', (n) => `${n};£${n}.50`), ';', ['id', 'owes']],
  ['the same letter before all names', lines('nr;town', (n) => `${n};£ódź ${n}`), ';', ['nr', 'town']],
  ['texts kept from being read as numbers', lines('id,zip', (n) => `${n},="0${n}"`), ',', ['id', 'zip']],
  ['texts kept so beside others', lines('id;zip;n', (n) => `="0${n}";="1${n}";${n}`), ';', ['id', 'zip', 'n']],
])('%s is no part of what stands between values', (_, text, delimiter, names) => {
  expect(found(text)).toEqual({ delimiter, skip: 0, header: true, names });
});

it('two signs part values below a title that has neither', () => {
  expect(found(`All customers\n${lines('id||owes', (n) => `${n}||${n}.50`)}`)).toMatchObject({
    delimiter: '||',
    skip: 1,
    names: ['id', 'owes'],
  });
});

it('a column may be called t, as times are', () => {
  expect(found(lines('id,t,z', (n) => `${n},${10 + (n % 9)}:30:00,${n}.5`))).toMatchObject({ header: true, names: ['id', 't', 'z'] });
});

it('signs that stand together because the value between them is empty are two of what stands between values', () => {
  expect(found(lines('a|~|b|~|c', (n) => `${n}|~||~|x${n}`))).toMatchObject({ delimiter: '|~|', names: ['a', 'b', 'c'] });
});

it('what ends records and the line end behind it end one line that is skipped', () => {
  const text = 'a title\u0002\nanother\u0002\r\nid\u0001name\u0002\n';
  expect(afterLines(text, { skip: 2, terminator: '\u0002' })).toBe('id\u0001name\u0002\n');
  expect(afterLines('a title\nanother\u0002id', { skip: 2, terminator: '\u0002' })).toBe('id');
});
