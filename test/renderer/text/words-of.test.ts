import { expect, it } from 'vitest';
import { wordsOf } from '../../../renderer/text/words-of';

const details = { refused: 1, total: 1199, column: 'paid', example: 'free', line: 1205 };

it('writes the numbers in a problem as the language does', () => {
  expect(wordsOf({ code: 'import-nearly-number', details }, 'en').says).toMatch(/^1 of the 1,199 values read of “paid” is no number/);
  expect(wordsOf({ code: 'import-nearly-number', details }, 'es').says).toMatch(/^1 de los 1.199 valores leídos de «paid» no es/);
  expect(wordsOf({ code: 'import-nearly-number', details: { ...details, total: 1 } }, 'en').says).toMatch(/^1 of the 1 value read/);
});

it('leaves what names something as it is written', () => {
  expect(wordsOf({ code: 'import-nearly-number', details: { ...details, example: 20260 } }, 'en').says).toContain('“20260”');
});

it('tells why a row was rejected in the language', () => {
  const refused = { refused: 1200, file: 'a.csv', tolerate: 20, line: 7, reason: 'not-date' };
  expect(wordsOf({ code: 'load-too-many-refused', details: refused }, 'en').says).toMatch(/on line 7: not a date\.$/);
  expect(wordsOf({ code: 'load-too-many-refused', details: refused }, 'es').says).toMatch(/en la línea 7: no es una fecha\.$/);
});
