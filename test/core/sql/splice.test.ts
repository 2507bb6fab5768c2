import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splice } from '../../../core/sql/splice';

test('what stays is found where it was, what was put in at the beginning of what it replaced', () => {
  const spliced = splice('ab$x cd$y', [
    { start: 2, end: 4, text: 'LONG' },
    { start: 7, end: 9, text: '' },
  ]);
  expect(spliced.text).toBe('abLONG cd');
  expect([0, 1, 2, 5, 6, 8].map(spliced.origin)).toEqual([0, 1, 2, 2, 4, 6]);
});

test('every character that was not put in comes from one like it', () => {
  const parts = fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.string({ unit: fc.constantFrom('X', '\n'), maxLength: 5 })), { maxLength: 4 });
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 30, maxLength: 30 }), parts, (before, drawn) => {
      let at = 0;
      const splices = drawn.map(([gap, length, text]) => {
        const start = at + gap;
        at = start + length;
        return { start, end: at, text };
      });
      const { text, origin } = splice(before, splices);
      for (const [i, char] of [...text].entries()) if (/[abc]/.test(char)) expect(before[origin(i)]).toBe(char);
    }),
  );
});
